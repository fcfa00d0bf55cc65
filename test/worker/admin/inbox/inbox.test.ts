import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aForm, aFormWith, anEmail, as, findPerson, send, signUp } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';

const Inbox = z.object({
  submissions: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      processedAt: z.number().nullable(),
      failed: z.array(z.object({ template: z.string(), error: z.string().nullable() })),
    }),
  ),
});

const inbox = async (query = '') => {
  const { get } = await as(['people-read']);
  return Inbox.parse(await (await get(`/v1/submissions?limit=200&${query}`)).json()).submissions;
};

const named = (review: 'none' | 'unknown' | 'all') =>
  aForm({
    ...aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' }),
    review,
  });

const write = async (form: string, email: string, name: string) =>
  send(form, { body: { fields: { email, name } } });

const kept = async (email: string) => (await findPerson(email))?.fields.name;

describe('what was sent', () => {
  test('stands in the inbox, the newest first, until someone has dealt with it', async () => {
    const form = await aForm();
    const [first, second] = [anEmail(), anEmail()];
    await signUp(form, first);
    await signUp(form, second);
    const [newest, older] = await inbox(`form=${form}`);
    expect([newest?.email, older?.email]).toEqual([second, first]);
    const { post } = await as(['people-read', 'people-register']);
    await post(`/v1/submissions/${newest?.id}/processed`, {});
    expect((await inbox('state=new')).map(({ id }) => id)).not.toContain(newest?.id);
    expect((await inbox(`state=new&form=${form}`)).map(({ email }) => email)).toEqual([first]);
    expect((await inbox(`form=${form}`))[0]?.processedAt).not.toBeNull();
  });
});

describe('a failed email of a submission', () => {
  test('is found, shown with the reason, and tried again', async () => {
    const form = await aForm({ confirm: true });
    const [email, other] = [anEmail(), anEmail()];
    await signUp(form, email);
    await signUp(form, other);
    const [, { id } = { id: '' }] = await inbox(`form=${form}`);
    const dead =
      "UPDATE outbox SET state = 'dead', error = 'refused' WHERE facts ->> '$.submission' = ?1";
    await env.DB.prepare(dead).bind(id).run();
    const failed = await inbox(`state=failed&form=${form}`);
    expect(failed).toMatchObject([
      { email, failed: [{ template: 'confirmation', error: 'refused' }] },
    ]);
    const at = await atConsole(['people-read']);
    expect(await (await at.get(`/submissions?state=failed&form=${form}`)).text()).toContain(
      'The email “confirmation” could not be sent.',
    );
    const { post } = await as(['people-read', 'people-register']);
    const retried = await post(`/v1/submissions/${id}/retries`, {});
    expect(await retried.json()).toEqual({ retried: 1 });
    expect(await inbox(`state=failed&form=${form}`)).toEqual([]);
    expect(await (await post(`/v1/submissions/${id}/retries`, {})).json()).toEqual({ retried: 0 });
  });
});

describe('a form that someone reviews', () => {
  test('keeps nothing of people who were unknown until it is taken over', async () => {
    const form = await named('unknown');
    const email = anEmail();
    await write(form, email, 'Anna');
    expect(await kept(email)).toBeUndefined();
    const [submission] = await inbox(`form=${form}`);
    const { post } = await as(['people-read', 'people-register']);
    await post(`/v1/submissions/${submission?.id}/taken-over`, {});
    expect(await kept(email)).toBe('Anna');
  });

  test('keeps what people write who are known, unless all is to be reviewed', async () => {
    const [unknown, all] = [await named('unknown'), await named('all')];
    const [one, other] = [anEmail(), anEmail()];
    const plain = await aForm();
    await signUp(plain, one);
    await signUp(plain, other);
    await write(unknown, one, 'Bo');
    await write(all, other, 'Cilie');
    expect([await kept(one), await kept(other)]).toEqual(['Bo', undefined]);
  });

  test('records decisions at once all the same: they are the person’s own', async () => {
    const email = anEmail();
    const form = await named('all');
    await signUp(form, email, { fields: { email, name: 'Dea' } });
    const standings = (await findPerson(email))?.standings ?? [];
    expect(standings.find(({ purpose }) => purpose === 'e-marketing')?.decision).toBe('given');
  });
});

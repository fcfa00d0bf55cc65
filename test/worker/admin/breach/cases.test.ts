import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { aForm, anEmail, as, findPerson, problemOf, signUp } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { jobOf, workOver } from '../../people/working.ts';

const facts = {
  nature: 'A laptop with the list of readers was stolen.',
  consequences: 'Someone may write to you and pretend to be us.',
  measures: 'The disk is encrypted. Do not answer such letters.',
  contact: 'privacy@site.test',
};
const body = { title: 'Stolen laptop', discoveredAt: Date.now() - 3_600_000, facts };

const open = async () => {
  const at = await as(['breach', 'bulk', 'people-read']);
  const { id } = (await (await at.post('/v1/breaches', body)).json()) as { id: string };
  return { id, ...at, read: async () => (await at.get(`/v1/breaches/${id}`)).json() };
};

describe('a breach', () => {
  test('runs against a clock until the authority was told, once', async () => {
    const { id, post, read } = await open();
    expect(await read()).toMatchObject({ title: 'Stolen laptop', authorityAt: null, notified: 0 });
    await post(`/v1/breaches/${id}/authority`, {});
    const { authorityAt } = (await read()) as { authorityAt: number };
    await post(`/v1/breaches/${id}/authority`, {});
    expect(await read()).toMatchObject({ authorityAt });
  });

  test('is told to those whom it concerns, and who was told when is kept', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const { id, read } = await open();
    await workOver({ email }, { kind: 'breach-notice', breach: id, facts });
    const message = (await messagesTo(email)).find(({ subject }) =>
      subject.includes('data breach'),
    );
    expect(message?.text).toContain('A laptop with the list of readers was stolen.');
    expect(message?.text).toContain('privacy@site.test');
    expect(await read()).toMatchObject({ notified: 1, firstNotifiedAt: expect.any(Number) });
  });

  test('is told to nobody twice, and takes along who was told when', async () => {
    const [email, other] = [anEmail(), anEmail()];
    const form = await aForm();
    await signUp(form, email);
    const { id, read, get } = await open();
    await workOver({ email }, { kind: 'breach-notice', breach: id, facts });
    await signUp(form, other);
    const { post } = await as(['people-read', 'people-register']);
    const chosen = await post('/v1/segments', { name: 'Both', emails: [email, other] });
    const { filter } = (await chosen.json()) as { filter: object };
    const job = await workOver(filter, { kind: 'breach-notice', breach: id, facts });
    expect(await jobOf(job.id)).toMatchObject({ total: 2, changed: 1 });
    expect(await read()).toMatchObject({ notified: 2 });
    const messages = (await messagesTo(email)).filter(({ subject }) =>
      subject.includes('data breach'),
    );
    expect(messages).toHaveLength(1);
    const notified = await (await get(`/v1/breaches/${id}/notified`)).text();
    expect(notified.split(/\r?\n/)[0]).toBe('"person","email","notified at"');
    expect(notified).toContain(email);
    expect(notified).toContain(other);
  });

  test('keeps who was told one by one, where they are told in its case', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const { id, read, post } = await open();
    const people = [(await findPerson(email))?.id];
    await post('/v1/breach-notices', { ...facts, people, breach: id });
    expect(await read()).toMatchObject({ notified: 1 });
    const again = await post('/v1/breach-notices', { ...facts, people, breach: id });
    expect(await again.json()).toEqual({ queued: 0, unknown: 0, before: 1 });
    const messages = (await messagesTo(email)).filter(({ subject }) =>
      subject.includes('data breach'),
    );
    expect(messages).toHaveLength(1);
    const nowhere = { ...facts, people, breach: crypto.randomUUID() };
    expect((await post('/v1/breach-notices', nowhere)).status).toBe(404);
  });

  test('counts each who was told once, from the first to the last, without looking at them all', async () => {
    const { id, read, post } = await open();
    const form = await aForm();
    const [one, other] = [anEmail(), anEmail()];
    await signUp(form, one);
    await signUp(form, other);
    const [first, second] = [(await findPerson(one))?.id, (await findPerson(other))?.id];
    const tell = (...people: unknown[]) =>
      post('/v1/breach-notices', { ...facts, people, breach: id });
    await tell(first, first, crypto.randomUUID());
    const begun = (await read()) as Record<string, number>;
    expect(begun).toMatchObject({ notified: 1, lastNotifiedAt: begun.firstNotifiedAt });
    await tell(crypto.randomUUID());
    await tell(first, second);
    await tell(second);
    const ended = (await read()) as Record<string, number>;
    expect(ended).toMatchObject({ notified: 2, firstNotifiedAt: begun.firstNotifiedAt });
    const { results } = await env.DB.prepare(
      `SELECT COUNT(*) AS notified, MIN(notified_at) AS firstNotifiedAt, MAX(notified_at) AS lastNotifiedAt
       FROM breach_notified WHERE breach = ?1`,
    )
      .bind(id)
      .all();
    expect(ended).toMatchObject(results[0] ?? {});
  });

  test('may know its numbers in part, as its report says', async () => {
    const { get, post } = await atConsole(['breach']);
    const discovered = '2026-11-25T10:00';
    const known = {
      people: '64',
      peopleKnown: 'at-least',
      records: '',
      recordsKnown: 'about',
      risk: 'risk',
    };
    const made = await post('/breaches/new', { ...facts, title: 'Stick', discovered, ...known });
    const path = made.headers.get('Location')?.replace(/^\/console|\?.*$/g, '') ?? '';
    expect(await (await get(path)).text()).toContain('<option value="at-least" selected="">');
    const report = await (await get(`${path}/report`)).text();
    expect(report).toContain('<dt>Number of people</dt><dd>At least 64</dd>');
    expect(report).toContain('<dt>Number of records</dt><dd>Not known yet</dd>');
  });

  test('needs to be told whole', async () => {
    const { post } = await as(['breach']);
    const answer = await post('/v1/breaches', { ...body, facts: { ...facts, nature: '' } });
    expect((await problemOf(answer)).errors?.[0]?.field).toBe('facts.nature');
  });

  test.each([8.64e15 + 1, 2 ** 53 - 1, 1e300])('cannot have been discovered at %d', async (at) => {
    const { post } = await as(['breach']);
    expect((await post('/v1/breaches', { ...body, discoveredAt: at })).status).toBe(422);
  });

  test('that was discovered in any year is shown on every screen', async () => {
    const at = await atConsole(['breach']);
    for (const discovered of ['275760-01-01T00:00', '9999-12-31T23:59', '1970-01-01T12:00'])
      await at.post('/breaches/new', { ...facts, title: 'Laptop', discovered, risk: 'unknown' });
    const { breaches } = await (await (await as(['breach'])).get('/v1/breaches')).json<{
      breaches: { id: string }[];
    }>();
    expect(breaches.length).toBeGreaterThanOrEqual(3);
    for (const path of ['', '/breaches', ...breaches.map(({ id }) => `/breaches/${id}`)])
      expect([path, (await at.get(path)).status]).toEqual([path, 200]);
  });
});

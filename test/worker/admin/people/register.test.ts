import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { broken } from '../../../../worker/ledger/replay.ts';
import {
  aForm,
  anEmail,
  as,
  findPerson,
  problemOf,
  recordsOf,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

const occasion = { source: 'phone', legalBasis: '61F', comment: 'She rang us on Monday.' };

const register = async (body: object) =>
  (await as(['people-register'])).post('/v1/people', { ...occasion, ...body });

describe('registering by hand', () => {
  test('records source, legal basis, actor and reason, and notifies the person', async () => {
    const email = anEmail();
    const answer = await register({
      email,
      purposes: ['sales-and-service'],
      fields: { name: 'Anna' },
    });
    expect(answer.status).toBe(201);
    const [record] = await recordsOf(email);
    expect(record?.content).toMatchObject({
      purpose: 'sales-and-service',
      decision: 'informed',
      legalBasis: '61F',
      source: 'phone',
    });
    expect(record?.content.actor).toMatch(/^api:/);
    expect(record?.comment?.text).toBe(occasion.comment);
    expect((await findPerson(email))?.fields).toEqual({ name: 'Anna' });
    const [message] = await messagesTo(email);
    expect(message?.subject).toBe('How Æblegård uses your data');
    expect(message?.text).toContain('from this source: Phone');
    expect(message?.text).toContain('Sales and service');
  });

  test.each(['privacy-notice', 'source-notice'])(
    'sends the notice that the source has: %s',
    async (noticeTemplate) => {
      const source = `fair-${noticeTemplate}`;
      const { put } = await as(['lists']);
      await put(`/v1/sources/${source}`, { noticeTemplate, noticeAutomatic: true });
      await put(`/v1/sources/${source}/texts/en`, { name: 'The spring fair' });
      const email = anEmail();
      await register({ email, source, purposes: ['sales-and-service'] });
      const [message] = await messagesTo(email);
      expect(message?.text).toContain('The spring fair');
      expect(message?.text).toContain('Sales and service');
    },
  );

  test('sends another notice to those who came by a form', async () => {
    const { put, get } = await as(['lists']);
    const { sources } = (await (await get('/v1/sources')).json()) as {
      sources: { key: string; active: boolean; rank: number; noticeTemplate: string | null }[];
    };
    const { rank = 0, noticeTemplate = null } = sources.find(({ key }) => key === 'web-form') ?? {};
    const set = (template: string | null) =>
      put('/v1/sources/web-form', { rank, noticeTemplate: template, noticeAutomatic: true });
    await set('source-notice');
    const email = anEmail();
    await signUp(await aForm(), email);
    const messages = await messagesTo(email);
    await set(noticeTemplate);
    expect(messages[0]?.text).toContain('News and offers by email');
  });

  test('sends the notice in the selected language, by hand', async () => {
    const email = anEmail();
    await register({ email, source: 'import', purposes: ['sales-and-service'] });
    const id = (await findPerson(email))?.id;
    const { post } = await as(['people-register']);
    expect((await post(`/v1/people/${id}/notices`, { locale: '?' })).status).toBe(422);
    await post(`/v1/people/${id}/notices`, { locale: 'da' });
    const at = await atConsole(['people-read', 'people-register']);
    await at.post(`/people/${id}/notice`, { locale: 'de' });
    const subjects = (await messagesTo(email)).map(({ subject }) => subject).toSorted();
    expect(subjects).toEqual([
      'So verwendet Æblegård Ihre Daten',
      'Sådan bruger Æblegård dine oplysninger',
    ]);
  });

  test('queues the notice for a user where the source says so, and counts down', async () => {
    const email = anEmail();
    await register({ email, source: 'import', purposes: ['sales-and-service'] });
    expect(await messagesTo(email)).toEqual([]);
    const { get, post } = await as(['people-read', 'people-register']);
    const queue = async () =>
      ((await (await get('/v1/notices')).json()) as { people: { email: string; dueAt: number }[] })
        .people;
    const waiting = (await queue()).find((each) => each.email === email);
    const days = ((waiting?.dueAt ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29);
    expect(days).toBeLessThanOrEqual(30);
    await post(`/v1/people/${(await findPerson(email))?.id}/notices`, {});
    expect((await queue()).some((each) => each.email === email)).toBe(false);
    expect(await messagesTo(email)).toHaveLength(1);
  });

  test('never overwrites what the person has decided', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { purposes: { 'e-marketing': false } });
    await register({ email, purposes: ['e-marketing'], legalBasis: '61A' });
    expect((await standingsOf(email))['e-marketing']).toBe('refused');
  });

  test('needs a reason, a known source and an address, and says so field by field', async () => {
    const answer = await register({
      email: 'nobody',
      source: 'guess',
      comment: 'x',
      purposes: ['none'],
    });
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors?.map(({ field }) => field)).toEqual(['comment']);
    const other = await register({ email: 'nobody', source: 'guess', purposes: ['none'] });
    const fields = (await problemOf(other)).errors?.map(({ field }) => field);
    expect(fields).toEqual(['source', 'email', 'purposes']);
  });

  test('takes no subscription without its purpose', async () => {
    const answer = await register({ email: anEmail(), subscriptions: ['newsletter'] });
    expect((await problemOf(answer)).errors?.[0]?.code).toBe('without-purpose');
  });

  test('subscribes anyone who is known only with the right of its own', async () => {
    const email = anEmail();
    const body = { email, purposes: ['e-marketing'], subscriptions: ['newsletter'] };
    const again = { ...body, subscriptions: ['newsletter', 'invitations'] };
    expect((await register(body)).status).toBe(201);
    expect((await register(again)).status).toBe(403);
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'given', newsletter: 'given' });
    const { post } = await as(['people-register', 'subscriptions-write']);
    expect((await post('/v1/people', { ...occasion, ...again })).status).toBe(201);
    expect((await standingsOf(email)).invitations).toBe('given');
    expect((await register({ email, purposes: ['e-marketing'] })).status).toBe(201);
  });
});

describe('deciding on someone’s behalf', () => {
  const decide = async (email: string, rights: Parameters<typeof as>[0], body: object) =>
    (await as(rights)).post(`/v1/people/${(await findPerson(email))?.id}/decisions`, {
      source: 'phone',
      comment: 'He said so on the phone.',
      ...body,
    });

  test('is recorded with the actor and the reason, and ends what came under a purpose', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
    const answer = await decide(email, ['consents-write'], {
      purpose: 'e-marketing',
      decision: 'withdrawn',
    });
    expect(answer.status).toBe(200);
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
    });
    const records = await recordsOf(email);
    expect(records.at(-1)?.comment?.text).toBe('He said so on the phone.');
    expect(await broken(records)).toEqual([]);
  });

  test('changes no subscription without the right of its own', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
    const body = { subscription: 'newsletter', decision: 'withdrawn' };
    expect((await decide(email, ['consents-write'], body)).status).toBe(403);
    expect((await decide(email, ['subscriptions-write'], body)).status).toBe(200);
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
  });

  test('needs a reason', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const body = { purpose: 'e-marketing', decision: 'withdrawn', comment: '' };
    expect((await decide(email, ['consents-write'], body)).status).toBe(422);
  });

  test('takes its comment along when the person is erased, and the ledger still verifies', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    await decide(email, ['consents-write'], { purpose: 'e-marketing', decision: 'withdrawn' });
    const person = await findPerson(email);
    await env.DB.prepare('DELETE FROM person WHERE id = ?1').bind(person?.id).run();
    const { get } = await as(['people-read']);
    const left = await (await get(`/v1/people/${person?.id}/records`)).text();
    expect(left).not.toContain('on the phone');
    expect(left).toContain('withdrawn');
  });
});

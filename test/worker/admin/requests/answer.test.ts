import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PersonRequest } from '../../../../worker/contract/requests.ts';
import { aForm, anEmail, as, count, signUp } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { enter, post } from '../../visitor/verify/entering.ts';

const note = 'Corrected in the billing system.';
const reason = 'You have asked for the same every day this month.';
const ANSWERS = `
SELECT COUNT(*) AS count
FROM outbox
WHERE request = ?1 AND template IN ('request-done', 'request-refused')`;
const ACTS = `
SELECT COUNT(*) AS count
FROM audit
WHERE object = ?1 AND act IN ('request.done', 'request.refuse')`;

const openRequest = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  const session = await enter(email);
  const answer = await post('/v1/preferences/requests', { kind: 'rectification' }, session);
  return { email, number: PersonRequest.parse(await answer.json()).number };
};

const reasonsOf = (number: number) =>
  count('SELECT COUNT(*) AS count FROM request_reason WHERE request = ?1', number);

/** Two answers may meet in any order: each pair meets ten times. */
const rounds = Array.from({ length: 10 }, (_, at) => at + 1);

describe('answering a request', () => {
  test.each(rounds)('at once as done and as refused gives one answer (round %i)', async () => {
    const officer = await as(['requests']);
    const { number } = await openRequest();
    const [done, refused] = await Promise.all([
      officer.post(`/v1/requests/${number}/done`, { note }),
      officer.post(`/v1/requests/${number}/refused`, { reason }),
    ]);
    expect([done.status, refused.status].toSorted()).toEqual([200, 409]);
    const isRefused = refused.status === 200;
    const read = await (await officer.get(`/v1/requests/${number}`)).json();
    expect(read).toMatchObject({ state: isRefused ? 'refused' : 'done' });
    expect(await reasonsOf(number)).toBe(isRefused ? 1 : 0);
    expect(await count(ANSWERS, number)).toBe(1);
    expect(await count(ACTS, String(number))).toBe(1);
  });

  test.each(rounds)('twice at once as refused says why once (round %i)', async () => {
    const officer = await as(['requests']);
    const { number } = await openRequest();
    const answers = await Promise.all([
      officer.post(`/v1/requests/${number}/refused`, { reason }),
      officer.post(`/v1/requests/${number}/refused`, { reason }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await reasonsOf(number)).toBe(1);
    expect(await count(ANSWERS, number)).toBe(1);
    expect(await count(ACTS, String(number))).toBe(1);
  });

  test('in the console is the same act: audited, told, and refused once it was answered', async () => {
    const { email, number } = await openRequest();
    const at = await atConsole(['requests']);
    expect((await at.post(`/requests/${number}/refused`, { refusal: 'no' })).status).toBe(422);
    expect((await at.post(`/requests/${number}/done`, { note })).status).toBe(303);
    expect((await at.post(`/requests/${number}/done`, { note })).status).toBe(409);
    expect((await at.post(`/requests/${number}/refused`, { refusal: reason })).status).toBe(409);
    const { results } = await env.DB.prepare('SELECT actor, act FROM audit WHERE object = ?1')
      .bind(String(number))
      .all();
    expect(z.array(z.object({ actor: z.string(), act: z.string() })).parse(results)).toEqual([
      { actor: `user:${at.user.id}`, act: 'request.read' },
      { actor: `user:${at.user.id}`, act: 'request.done' },
    ]);
    const subjects = (await messagesTo(email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('completed'))).toHaveLength(1);
  });

  test('of an erasure that waits is refused, and one that nobody asked for is not found', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const asked = await post('/v1/preferences/requests', { kind: 'erasure' }, await enter(email));
    const { number } = PersonRequest.parse(await asked.json());
    const officer = await as(['requests']);
    expect((await officer.post(`/v1/requests/${number}/done`, { note })).status).toBe(409);
    expect((await officer.post('/v1/requests/999999/done', { note })).status).toBe(404);
    expect((await officer.post('/v1/requests/999999/refused', { reason })).status).toBe(404);
    expect(await count(ACTS, '999999')).toBe(0);
  });
});

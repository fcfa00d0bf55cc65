import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimTold } from '../../../worker/outbox/outbox.ts';
import { aForm, anEmail, type Sent, signUp, submission, yes } from '../builders.ts';
import { developing, landed, sweep } from '../outbox/mailbox.ts';
import { countTrips } from '../trips.ts';
import { setSender } from './receiving.ts';

beforeAll(setSender);

const DUE_AGAIN = `
UPDATE outbox
SET state = 'waiting', tries = 0, next_at = 0, sent_at = NULL
WHERE person = (SELECT id FROM person WHERE email = ?1)`;

/** Signs up, to the end of what follows the answer. */
const signUpWhole = (form: string, email: string, answers: Sent['body']) =>
  countTrips(
    ...submission(form, {
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: { fields: { email }, ...answers },
    }),
  );

const onlyPurpose = { purposes: { 'e-marketing': true }, subscriptions: { newsletter: false } };

/** What a person got of an email that their request has sent, and of the same email sent again by the schedule. */
const twice = async (email: string) => {
  const first = await landed(email);
  await env.DB.prepare('DELETE FROM mailbox').run();
  await env.DB.prepare(DUE_AGAIN).bind(email).run();
  await sweep(developing, Date.now());
  return [...first, ...(await landed(email))];
};

/** Links hold the second in which they were signed. */
const withoutLinks = (text = '') => text.replaceAll(/https?:\S+/g, '<link>');

describe('an email that its request sends of what it decided', () => {
  test.each([
    ['of a yes to all', {}, yes],
    ['of a yes to the purpose alone', {}, onlyPurpose],
    ['that asks to confirm', { confirm: true }, yes],
  ])('%s says what it says when all is read again', async (_, draft, answers) => {
    const email = anEmail();
    await signUpWhole(await aForm(draft), email, answers);
    const [first, again, ...more] = await twice(email);
    expect(more).toEqual([]);
    expect(first?.messageId).toBe(again?.messageId);
    expect(first?.subject).toBe(again?.subject);
    expect(withoutLinks(first?.text)).toBe(withoutLinks(again?.text));
  });

  test('says what else stands for someone who was known', async () => {
    const email = anEmail();
    const form = await aForm();
    await signUp(form, email, { purposes: { 'e-marketing': false }, subscriptions: {} });
    await signUpWhole(form, email, yes);
    const [first, again] = await twice(email);
    expect(first?.text).toContain('Newsletter');
    expect(withoutLinks(first?.text)).toBe(withoutLinks(again?.text));
  });

  test('is left to the schedule once it may have taken it up', () => {
    const email = {
      id: 'an-email',
      person: 'a-person',
      recipient: 'anna@example.com',
      template: 'privacy-notice' as const,
      locale: 'en',
      facts: {},
      queuedAt: 0,
      receipt: {
        submission: 'a-submission',
        receipt: 'a-receipt',
        recordedAt: 0,
        decisions: [],
        form: 'news',
        version: 1,
        locale: 'en',
        page: null,
        statement: { sha256: '', content: {} },
      },
      standings: [],
    };
    expect(claimTold(email, 59_000).due).toHaveLength(1);
    expect(claimTold(email, 60_000).due).toEqual([]);
  });
});

import {
  createExecutionContext,
  createMessageBatch,
  env,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import worker from '../../../worker/index.ts';
import { claimForQueue } from '../../../worker/outbox/outbox.ts';
import type { Env } from '../../../worker/platform/env.ts';
import { aForm, anEmail, as, findPerson, signUp } from '../builders.ts';
import { releaseClaims } from '../outbox/mailbox.ts';
import { onPlan } from '../refusing.ts';
import { aMailing } from './mailing.ts';
import { emailService } from './service.ts';

/** A minute in which emails go out where queries are scarce: they do every other one. */
const EVEN = Math.ceil(Date.now() / 120_000) * 120_000;

/** Runs the schedule as Cloudflare does each minute, to its end. */
const aMinute = async (on: Env, minute = 0) => {
  const context = createExecutionContext();
  const scheduledTime = EVEN + minute * 60_000;
  worker.scheduled({ cron: '* * * * *', scheduledTime, noRetry() {} }, on, context);
  await waitOnExecutionContext(context);
};

const waiting = () =>
  env.DB.prepare("SELECT COUNT(*) AS count FROM outbox WHERE state = 'waiting'").first<number>(
    'count',
  );

/** Runs the schedule until no email waits, at most so many minutes. */
const minutesToSend = async (onePlan: () => Env, most: number): Promise<number> => {
  let minutes = 0;
  for (; minutes < most && (await waiting()) !== 0; minutes++) await aMinute(onePlan(), minutes);
  return minutes;
};

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM outbox').run();
  const sender = { name: 'Orchard', address: 'news@site.test' };
  expect((await (await as(['settings'])).put('/v1/settings/sender', sender)).status).toBe(200);
});

describe('each email of a mailing goes out once', () => {
  test.each([
    [50, 120],
    [1000, 1000],
  ])('where D1 answers %i queries to a run, and %i emails are due', async (queries, many) => {
    const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { sentTo, on } = emailService();
    const emails = await aMailing(many);
    expect(await minutesToSend(() => onPlan(queries, on), 10)).toBeLessThan(10);
    expect(sentTo.toSorted()).toEqual(emails.toSorted());
    expect(failed.mock.calls).toEqual([]);
    failed.mockRestore();
  });

  test('where each email asks something of its own, on the smallest plan', async () => {
    const { sentTo, on } = emailService();
    const form = await aForm();
    const emails = Array.from({ length: 40 }, () => anEmail());
    for (const email of emails) await signUp(form, email);
    await minutesToSend(() => onPlan(50, on), 40);
    expect(sentTo.toSorted()).toEqual(emails.toSorted());
  });

  test('where a queue delivers twice, and late', async () => {
    const { sentTo, on } = emailService();
    const emails = await aMailing(30);
    const tickets = await claimForQueue(env.DB, Date.now(), 100);
    const batch = (some: typeof tickets) =>
      createMessageBatch(
        'mail',
        some.map((body) => ({
          id: crypto.randomUUID(),
          timestamp: new Date(),
          attempts: 1,
          body,
        })),
      );
    const deliver = async (some: typeof tickets) => {
      const context = createExecutionContext();
      await worker.queue(batch(some), onPlan(50, on), context);
      await waitOnExecutionContext(context);
    };
    await Promise.all([deliver(tickets.slice(0, 20)), deliver(tickets.slice(0, 20))]);
    await deliver(tickets);
    expect(sentTo.toSorted()).toEqual(emails.toSorted());
  });
});

test('erasures go on where queries are scarce, though a mailing is under way', async () => {
  const { sentTo, on } = emailService();
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true, invitations: true } });
  await releaseClaims();
  const person = (await findPerson(email))?.id;
  await env.DB.prepare(
    `INSERT INTO request (person, kind, state, asked_at, due_at, acts_at, id)
    VALUES (?1, 'erasure', 'waiting', 0, 1, ?2, ?1)`,
  )
    .bind(person, EVEN - 1)
    .run();
  for (let minute = 0; minute < 24; minute++) {
    await aMailing(20);
    await aMinute(onPlan(50, on), minute);
  }
  expect(await findPerson(email)).toBeUndefined();
  expect(sentTo).toContain(email);
});

describe('one email never keeps the others waiting', () => {
  test('where sixty cannot be read', async () => {
    const { sentTo, on } = emailService();
    await aMailing(60, { template: 'of-a-later-version' });
    const emails = await aMailing(60);
    await aMinute(onPlan(1000, on));
    expect(sentTo.toSorted()).toEqual(emails.toSorted());
  });

  test('where sixty fail each time', async () => {
    const { sentTo, on } = emailService();
    await aMailing(60, { name: 'down' });
    const emails = await aMailing(60);
    await aMinute(onPlan(50, on));
    await aMinute(onPlan(50, on));
    await aMinute(onPlan(50, on));
    expect(sentTo.toSorted()).toEqual(emails.toSorted());
  });
});

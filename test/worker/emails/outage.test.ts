import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { byBinding } from '../../../worker/outbox/binding.ts';
import type { Env } from '../../../worker/platform/env.ts';
import { aForm, anEmail, signUp } from '../builders.ts';
import { sweep } from '../outbox/mailbox.ts';
import { byTrips } from '../trips.ts';
import { aMailing } from './mailing.ts';
import { setSender } from './receiving.ts';
import { emailService } from './service.ts';

beforeAll(setSender);
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM outbox').run();
});

/** Round trips of a run before it composes its first email: it looks whether one is due, reads the sender, and claims it. */
const BEFORE_COMPOSING = 3;

/** A Worker whose database does not answer the given round trips of a run. */
const withOutage = (fails: (trip: number) => boolean, on: Partial<Env>): Env => {
  let trips = 0;
  return {
    ...env,
    ...on,
    DB: byTrips(env.DB, (go) => {
      trips += 1;
      return fails(trips) ? Promise.reject(new Error('D1_ERROR: D1 DB is overloaded.')) : go();
    }),
  };
};

const Row = z.object({ state: z.string(), tries: z.number(), error: z.string().nullable() });

const rows = async () =>
  z.array(Row).parse((await env.DB.prepare('SELECT * FROM outbox').all()).results);

/** How many round trips a run makes that sends one email. */
const tripsOfARun = async () => {
  const { on } = emailService();
  let most = 0;
  await aMailing(1);
  const counted = withOutage((trip) => {
    most = trip;
    return false;
  }, on);
  await sweep(counted, Date.now());
  await env.DB.prepare('DELETE FROM outbox').run();
  return most;
};

test('an outage of the database at any moment counts as no failed try, and no email is lost or doubled', async () => {
  const trips = await tripsOfARun();
  expect(trips).toBeGreaterThan(BEFORE_COMPOSING);
  for (let at = 1; at <= trips; at++) {
    const { sentTo, on } = emailService();
    const emails = await aMailing(1);
    await sweep(
      withOutage((trip) => trip === at, on),
      Date.now(),
    ).catch(() => {});
    for (const row of await rows()) {
      expect(row.tries, `trip ${at}`).toBe(row.state === 'sent' ? 1 : 0);
    }
    await sweep({ ...env, ...on }, Date.now() + 600_000);
    expect(sentTo, `trip ${at}`).toEqual(emails);
    expect((await rows()).map(({ state }) => state)).toEqual(['sent']);
    await env.DB.prepare('DELETE FROM outbox').run();
  }
});

test('an email that waits for the database says so, and keeps no other from its turn', async () => {
  const { sentTo, on } = emailService();
  await aMailing(1);
  await sweep(
    withOutage((trip) => trip === BEFORE_COMPOSING + 1, on),
    Date.now(),
  );
  expect(await rows()).toEqual([{ state: 'waiting', tries: 0, error: 'database' }]);
  const others = await aMailing(2);
  await sweep({ ...env, ...on }, Date.now());
  expect(sentTo.toSorted()).toEqual(others.toSorted());
});

test('an email with a link waits while there is no key to sign it with, and counts no try', async () => {
  const { sentTo, on } = emailService();
  const email = anEmail();
  await signUp(await aForm({ confirm: true }), email);
  await env.DB.prepare("UPDATE outbox SET state = 'waiting', tries = 0, next_at = 0").run();
  await sweep({ ...env, ...on, LINK_KEYS: '' }, Date.now());
  expect(await rows()).toEqual([{ state: 'waiting', tries: 0, error: 'LINK_KEYS' }]);
  await sweep({ ...env, ...on }, Date.now() + 600_000);
  expect(sentTo).toEqual([email]);
});

test('an email service that never answers is waited for no longer than its time, and tried again', async () => {
  const silent: SendEmail = { send: () => new Promise<never>(() => {}) };
  const message = {
    messageId: 'id@site.test',
    from: { name: 'Orchard', address: 'news@site.test' },
    to: 'anna@example.com',
    subject: 'Hello',
    text: 'Hello.',
    html: '<p>Hello.</p>',
    headers: {},
  };
  await expect(byBinding(silent, 10).send(message)).rejects.toMatchObject({
    code: 'timeout',
    failure: 'connection',
  });
});

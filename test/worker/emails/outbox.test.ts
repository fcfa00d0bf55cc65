import { env, SELF } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { claimDue, MOST_TRIES } from '../../../worker/outbox/outbox.ts';
import { as, count, host } from '../builders.ts';
import { developing, landed, sweep } from '../outbox/mailbox.ts';
import { aPerson, later, outboxOf, setSender, unreachable } from './receiving.ts';

beforeAll(setSender);

describe('the outbox', () => {
  test('tries again after a failure, later each time, with the same Message-ID', async () => {
    const email = await aPerson();
    await sweep(unreachable, later(1));
    const first = await outboxOf(email);
    expect(first).toMatchObject({ state: 'waiting', tries: 1 });
    expect(first.error).not.toBeNull();
    await sweep(unreachable, first.next_at);
    const second = await outboxOf(email);
    expect(second.tries).toBe(2);
    // Four minutes, and up to a quarter more, so that not all come back at once.
    const wait = second.next_at - first.next_at;
    expect(wait).toBeGreaterThanOrEqual(4 * 60_000);
    expect(wait).toBeLessThanOrEqual(5 * 60_000);

    await sweep(developing, second.next_at);
    expect(await outboxOf(email)).toMatchObject({ state: 'sent', tries: 3, error: null });
    expect((await landed(email)).map(({ messageId }) => messageId)).toEqual([
      `${first.id}@site.test`,
    ]);
  });

  test('does not try before it is time', async () => {
    const email = await aPerson();
    await sweep(unreachable, later(1));
    await sweep(developing, later(2));
    expect(await landed(email)).toEqual([]);
  });

  test('keeps no address in what it remembers of a failure', async () => {
    const email = await aPerson();
    await sweep(unreachable, later(1));
    expect((await outboxOf(email)).error).not.toContain('@');
  });

  test('gives two senders at once no message twice', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => aPerson()));
    const claims = await Promise.all(
      Array.from({ length: 4 }, () => claimDue(env.DB, later(10_000), 50)),
    );
    const ids = claims.flatMap(({ due }) => due.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(people.length);
  });

  test('lists failed emails, and retries them on request', async () => {
    const email = await aPerson();
    const { id } = await outboxOf(email);
    await env.DB.prepare('UPDATE outbox SET tries = ?2 WHERE id = ?1')
      .bind(id, MOST_TRIES - 1)
      .run();
    await sweep(unreachable, later(1));
    const operator = await as(['mail']);
    const dead = (await (await operator.get('/v1/mail/dead')).json()) as { dead: { id: string }[] };
    expect(dead.dead.map((row) => row.id)).toContain(id);
    expect(JSON.stringify(dead)).not.toContain(email);

    await operator.post('/v1/mail/dead/retries', {});
    await sweep(developing, later(1));
    expect(await landed(email)).toHaveLength(1);
  });

  test('erases the content of an email a week after it was sent', async () => {
    const email = await aPerson();
    await sweep(developing, Date.now());
    await sweep(developing, later(6 * 24 * 60));
    expect((await outboxOf(email)).facts).not.toBe('{}');
    await sweep(developing, later(8 * 24 * 60));
    expect((await outboxOf(email)).facts).toBe('{}');
  });

  test('waits while there is no way to send', async () => {
    const email = await aPerson();
    await sweep(env, later(1));
    expect(await outboxOf(email)).toMatchObject({ state: 'waiting', tries: 0 });
  });

  test('sends by the binding of Cloudflare Email Service', async () => {
    const email = await aPerson();
    await sweep({ ...env, MAIL_TRANSPORT: 'binding' }, later(1));
    expect(await outboxOf(email)).toMatchObject({ state: 'sent', error: null });
  });
});

describe('only an operator with the right', () => {
  test.each([
    ['GET', '/v1/mail/templates'],
    ['GET', '/v1/mail/dead'],
    ['POST', '/v1/mail/dead/retries'],
    ['GET', '/v1/settings'],
    ['PUT', '/v1/settings/sender'],
  ])('%s %s', async (method, path) => {
    expect((await SELF.fetch(`${host}${path}`, { method })).status).toBe(401);
  });

  test('a setting is checked, and changing it is recorded', async () => {
    const { put } = await as(['settings']);
    expect((await put('/v1/settings/sender', { name: 'A', address: 'nobody' })).status).toBe(422);
    expect((await put('/v1/settings/nope', 1)).status).toBe(404);
    expect((await put('/v1/settings/evidence-days', 30)).status).toBe(200);
    const acts = "SELECT COUNT(*) AS count FROM audit WHERE object = 'evidence-days'";
    expect(await count(`${acts} AND before = '90' AND after = '30'`)).toBe(1);
  });
});

test('the mailbox of a machine under development shows what landed for one address', async () => {
  const [email] = [await aPerson(), await aPerson()];
  await sweep(developing, later(1));
  const path = `/dev/mailbox?to=${encodeURIComponent(email)}`;
  const headers = { Accept: 'application/json' };
  const answer = await app.request(host + path, { headers }, developing);
  expect(await answer.json()).toMatchObject({ messages: [{ to: email }] });
});

test('the mailbox is nowhere to be found but in development', async () => {
  expect((await SELF.fetch(`${host}/dev/mailbox`)).status).toBe(404);
});

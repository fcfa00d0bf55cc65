import { createExecutionContext, env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { Health } from '../../../worker/contract/health.ts';
import { Overview } from '../../../worker/contract/overview.ts';
import { keepErasures } from '../../../worker/people/erasure-copies.ts';
import {
  aForm,
  anEmail,
  as,
  aToken,
  call,
  count,
  findPerson,
  host,
  signUp,
  theSystem,
} from '../builders.ts';
import { developing, landed, messagesTo, sweep } from '../outbox/mailbox.ts';
import { type Backup, backUp, restore } from './backup.ts';
import { checkpoint, seal, sealAll, signing, state } from './sealing.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

let form: string;

beforeAll(async () => {
  form = await aForm();
  await signUp(form, anEmail(), both);
  await sealAll();
});

const aSignUp = async (): Promise<string> => {
  const email = anEmail();
  await signUp(form, email, both);
  return email;
};

const health = async () => Health.parse(await (await call('/v1/health')).json());

const succeed = async () =>
  (await as(['settings'])).post('/v1/log/successor', { reason: 'Restored the backup of Monday.' });

const copied = async () => (await env.FILES?.get('log/checkpoint'))?.text();

describe('the copy of the log outside of the database', () => {
  test('is the last checkpoint, and made up for where it could not be kept', async () => {
    await aSignUp();
    await seal();
    expect(await copied()).toBe((await checkpoint()).text);
    const before = await copied();
    await aSignUp();
    await seal();
    await env.FILES?.put('log/checkpoint', before ?? '');
    await seal();
    expect(await copied()).toBe((await checkpoint()).text);
  });

  test('that cannot be read keeps anything from being signed', async () => {
    const { text } = await checkpoint();
    await env.FILES?.put('log/checkpoint', 'nothing');
    await aSignUp();
    await expect(seal()).rejects.toThrow('cannot be read');
    expect((await checkpoint()).text).toBe(text);
    await env.FILES?.put('log/checkpoint', text);
    await sealAll();
  });
});

test('another log is not started while the copy of the last one cannot be read', async () => {
  await env.DB.prepare(
    "UPDATE log SET halted_at = 1, halted_by = 'behind' WHERE number = (SELECT MAX(number) FROM log)",
  ).run();
  const FILES =
    env.FILES && new Proxy(env.FILES, { get: () => () => Promise.reject(new Error('10001')) });
  const answer = await app.request(
    `${host}/v1/log/successor`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${await aToken(['settings'])}` },
      body: '{"reason":"Restored the backup of Monday."}',
    },
    { ...env, FILES },
    createExecutionContext(),
  );
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
});

describe('a restored backup', () => {
  let backup: Backup;
  let log: number;
  let before: string;

  beforeEach(async () => {
    await succeed();
    await sealAll();
    backup = await backUp();
    await aSignUp();
    await seal();
    log = Number((await state()).origin.split('/').at(-1));
    before = (await checkpoint(log)).text;
    await restore(backup);
  });

  test('whose own checkpoint came with it halts the log, though it agrees with itself', async () => {
    await seal();
    expect(await state()).toMatchObject({ haltedBy: 'behind' });
    await aSignUp();
    await seal();
    expect((await state()).size).toBeLessThan(Number(before.split('\n')[1]));
  });

  test('is said in health, on the overview, and once by email to those who may go on', async () => {
    const admin = anEmail();
    await (await as(['users', 'settings'])).post('/v1/users', {
      email: admin,
      name: 'Anna',
      locale: 'da',
      rights: ['settings'],
    });
    const invitations = await messagesTo(admin);
    expect((await health()).logHaltedBy).toBeNull();
    await Promise.all([seal(), seal()]);
    await seal();
    expect(await health()).toMatchObject({ ok: true, logHaltedBy: 'behind' });
    const overview = await (await as(['people-read'])).get('/v1/overview');
    expect(Overview.parse(await overview.json()).needs[0]).toMatchObject({ kind: 'log-halted' });
    // The schedule's next run sends it: no request has it to send.
    await sweep(developing, Date.now());
    const [message, ...more] = (await landed(admin)).slice(invitations.length);
    expect(more).toEqual([]);
    expect(message?.subject).toBe('Samtykkeloggen er stoppet');
    expect(message?.text).toContain('https://samtykke.test/console/log');
  });

  test('from before a log was begun does not use its name again', async () => {
    await seal();
    await succeed();
    await aSignUp();
    await sealAll();
    const signed = (await state()).origin;
    await restore(backup);
    await seal();
    expect(await state()).toMatchObject({ haltedBy: 'behind' });
    await succeed();
    await sealAll();
    const now = await state();
    expect(now.haltedBy).toBeNull();
    expect(Number(now.origin.split('/').at(-1))).toBe(Number(signed.split('/').at(-1)) + 1);
    expect((await copied())?.split('\n')[0]).toBe(now.origin);
  });

  test('that went on while there was no copy is found out by its root', async () => {
    await aSignUp();
    await aSignUp();
    await seal({ ...signing, FILES: undefined });
    expect((await state()).haltedBy).toBeNull();
    await seal();
    expect(await state()).toMatchObject({ haltedBy: 'changed' });
  });
});

const copy = () => keepErasures(theSystem());

const erase = async (email: string, reason = 'request') => {
  const person = await findPerson(email);
  const bulk = await as(['bulk-delete']);
  await bulk.delete(`/v1/people/${person?.id}?reason=${reason}`);
};

describe('erasures', () => {
  test('since a backup are made again once it is restored, and keep addresses out as they did', async () => {
    const [gone, mistaken, stays] = [await aSignUp(), await aSignUp(), await aSignUp()];
    await copy();
    const backup = await backUp();
    await erase(gone);
    await erase(mistaken, 'imported-by-mistake');
    const suppressed = await count('SELECT COUNT(*) AS count FROM suppression');
    await copy();
    await restore(backup);
    expect(await findPerson(gone)).toBeDefined();
    for (let run = 0; run < 4; run++) await copy();
    expect(await findPerson(gone)).toBeUndefined();
    expect(await findPerson(mistaken)).toBeUndefined();
    expect(await findPerson(stays)).toBeDefined();
    expect(await count('SELECT COUNT(*) AS count FROM suppression')).toBe(suppressed);
    expect(
      await count("SELECT COUNT(*) AS count FROM audit WHERE act = 'people.erase-again'"),
    ).toBe(1);
  });

  test('leave no address outside, only random ids and keyed hashes', async () => {
    const email = await aSignUp();
    await erase(email);
    await copy();
    const { objects = [] } = (await env.FILES?.list({ prefix: 'erased/' })) ?? {};
    const texts = await Promise.all(
      objects.map(async ({ key }) => (await env.FILES?.get(key))?.text()),
    );
    expect(texts.join('')).not.toContain('@');
    expect(texts.join('')).not.toContain(email);
    expect(texts.length).toBeGreaterThan(0);
  });

  test('that two schedules copy at once are copied once', async () => {
    await erase(await aSignUp());
    await Promise.all([copy(), copy(), copy()]);
    await copy();
    const place = 'SELECT number = (SELECT MAX(number) FROM erased) AS count FROM erased_copy';
    expect(await count(place)).toBe(1);
  });
});

import { env, SELF } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { auditFailure } from '../../../../worker/admin/users/failed.ts';
import { SIGN_IN_SECONDS } from '../../../../worker/platform/signing/lifetimes.ts';
import { signLink } from '../../../../worker/platform/signing/link.ts';
import { HOUR, SECOND } from '../../../../worker/platform/time.ts';
import { anEmail, anIp, count, host } from '../../builders.ts';
import { aUser } from '../signing-in.ts';
import { assertion } from './access.ts';

const Row = z.object({
  actor: z.string(),
  object: z.string(),
  after: z.string().transform((text): unknown => JSON.parse(text)),
});

let since = 0;
beforeEach(async () => {
  since = await count('SELECT COALESCE(MAX(sequence), 0) AS count FROM audit');
});

/** The failed sign-ins that were audited during a test. */
const failures = async () => {
  const { results } = await env.DB.prepare(
    "SELECT * FROM audit WHERE act = 'session.fail' AND sequence > ?1 ORDER BY sequence",
  )
    .bind(since)
    .all();
  return z.array(Row).parse(results);
};

const ask = (email: string) =>
  SELF.fetch(`${host}/console/sign-in`, {
    method: 'POST',
    headers: { Origin: host, 'CF-Connecting-IP': anIp() },
    body: new URLSearchParams({ email }),
  });

const press = (token: string) =>
  SELF.fetch(`${host}/console/sign-in/${token}`, { method: 'POST', headers: { Origin: host } });

/** A link that a user was sent, so many seconds ago. */
const aLink = async (user: string, { age = 0, usedAt = null as number | null } = {}) => {
  const id = crypto.randomUUID();
  await env.DB.prepare(
    'INSERT INTO sign_in (id, user, expires_at, used_at) VALUES (?1, ?2, ?3, ?4)',
  )
    .bind(id, user, Date.now() + (SIGN_IN_SECONDS - age) * SECOND, usedAt)
    .run();
  return signLink(env, { scope: 'sign-in', subject: id, seconds: SIGN_IN_SECONDS - age });
};

const failed = (object: string, way: string, why: string) => [
  { actor: 'system', object, after: { way, why } },
];

describe('a sign-in that fails is in the audit log', () => {
  test('without the address that a stranger asked a link for', async () => {
    const email = anEmail();
    await ask(email);
    await expect.poll(failures).toEqual(failed('stranger', 'email', 'unknown'));
    expect(JSON.stringify(await failures())).not.toContain(email.split('@')[0]);
  });

  test('with the user who asked for a link, and may not sign in any more', async () => {
    const { id, email } = await aUser([], { active: false });
    await ask(email);
    await expect.poll(failures).toEqual(failed(`user:${id}`, 'email', 'inactive'));
  });

  test('but no request of a user who may sign in is', async () => {
    const { email } = await aUser([]);
    for (let turn = 0; turn < 6; turn++) await ask(email);
    const later = await aUser([], { active: false });
    await ask(later.email);
    await expect.poll(failures).toEqual(failed(`user:${later.id}`, 'email', 'inactive'));
  });

  test.each([
    ['used', { usedAt: 1 }],
    ['expired', { age: SIGN_IN_SECONDS + 1 }],
  ])('with whose link it was that is %s', async (why, link) => {
    const { id } = await aUser([]);
    expect((await press(await aLink(id, link))).status).toBe(404);
    expect(await failures()).toEqual(failed(`user:${id}`, 'link', why));
  });

  test('with the user who was deactivated after the link was sent, and begins no session', async () => {
    const { id } = await aUser([]);
    const token = await aLink(id);
    await env.DB.prepare('UPDATE user SET active = 0 WHERE id = ?1').bind(id).run();
    expect((await press(token)).headers.get('Set-Cookie')).toBeNull();
    expect(await failures()).toEqual(failed(`user:${id}`, 'link', 'inactive'));
    const begun = "SELECT COUNT(*) AS count FROM audit WHERE act = 'session.begin' AND actor = ?1";
    expect(await count(begun, `user:${id}`)).toBe(0);
  });

  test('when a link is forged', async () => {
    await press('x.y.z');
    expect(await failures()).toEqual(failed('stranger', 'link', 'invalid'));
  });

  test('when Cloudflare Access lets someone through who is no active user', async () => {
    const { id, email } = await aUser([], { active: false });
    const open = (token: string) =>
      SELF.fetch(`${host}/console/account`, {
        headers: { 'Cf-Access-Jwt-Assertion': token },
        redirect: 'manual',
      });
    await open(await assertion(email));
    await open(await assertion(anEmail()));
    await open(await assertion(email, { aud: 'another' }));
    expect(await failures()).toEqual([
      ...failed(`user:${id}`, 'access', 'inactive'),
      ...failed('stranger', 'access', 'unknown'),
      ...failed('stranger', 'access', 'invalid'),
    ]);
  });
});

test('failures of strangers fill the log with twenty an hour at most, and never hide those of a user', async () => {
  const db = env.DB;
  const now = Date.now() + 10 * HOUR;
  const guess = (at: number) =>
    auditFailure({ db, now: at }, { way: 'link', why: 'invalid' }, null);
  for (let turn = 0; turn < 25; turn++) await guess(now + turn);
  expect(await failures()).toHaveLength(20);
  const user = await aUser([]);
  await auditFailure({ db, now }, { way: 'link', why: 'used' }, user);
  expect(await failures()).toHaveLength(21);
  await guess(now + HOUR + 30);
  expect(await failures()).toHaveLength(22);
});

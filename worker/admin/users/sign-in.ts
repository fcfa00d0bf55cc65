import { v4 } from 'uuid';
import { sendNow } from '../../emails/send.ts';
import { afterAnswer } from '../../platform/after-answer.ts';
import type { LaterWork } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { Env } from '../../platform/env.ts';
import { SIGN_IN_SECONDS } from '../../platform/signing/lifetimes.ts';
import { readLink } from '../../platform/signing/link.ts';
import { writeFirst } from './store.ts';

const WRITE = `
INSERT INTO sign_in (id, user, expires_at)
SELECT ?1, id, ?3
FROM user
WHERE email = ?2
  AND active = 1
  AND (SELECT COUNT(*) FROM outbox WHERE recipient = ?2 AND created_at > ?4 - 3600000) < 5`;

const WRITE_LETTER = `
INSERT INTO outbox (id, template, locale, facts, next_at, created_at, recipient)
SELECT ?2, 'sign-in', u.locale, json_object('signIn', s.id, 'host', ?3), ?4, ?4, u.email
FROM sign_in s
JOIN user u ON u.id = s.user
WHERE s.id = ?1`;

const USE = `
UPDATE sign_in
SET used_at = ?2
WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2
RETURNING user`;

/** Uses sign_in_by_expiry. */
const FORGET = `
DELETE FROM sign_in
WHERE id IN (SELECT id FROM sign_in WHERE expires_at <= ?1 LIMIT 1000)`;

/**
 * Sends the way in to a user; to nobody where there is none with that address, and at most five letters
 * an hour. All of it happens behind the answer, so that nobody learns who is a user.
 */
export const askToSignIn = (env: Env, email: string, host: string, later: LaterWork): void => {
  const known = normaliseEmail(email);
  const [id, letter] = [v4(), v4()];
  const write = async () => {
    if (!known) return;
    const now = Date.now();
    const isFirst = known === normaliseEmail(env.ADMIN_EMAIL ?? '');
    await env.DB.batch([
      ...(isFirst ? [writeFirst(env.DB, v4(), known, now)] : []),
      env.DB.prepare(WRITE).bind(id, known, now + SIGN_IN_SECONDS * 1000, now),
      env.DB.prepare(WRITE_LETTER).bind(id, letter, host, now),
    ]);
    await sendNow({ env, db: env.DB }, letter);
  };
  later(afterAnswer(write));
};

/** Whether a link may still be pressed; opening it uses nothing up, for mail scanners open links. */
export const isSignInLink = async (env: Env, token: string): Promise<boolean> =>
  (await readLink(env, token, 'sign-in')).state === 'good';

/** The user whom a link lets in, once. */
export const useSignIn = async (env: Env, token: string): Promise<string | null> => {
  const link = await readLink(env, token, 'sign-in');
  if (link.state !== 'good') return null;
  return env.DB.prepare(USE).bind(link.subject, Date.now()).first<string>('user');
};

export const forgetSignIns = (env: Env, now: number) => env.DB.prepare(FORGET).bind(now).run();

export const signInQueries = { WRITE, WRITE_LETTER, USE, FORGET };

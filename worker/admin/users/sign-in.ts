import { insertEmails } from '../../outbox/queue.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { Env } from '../../platform/env.ts';
import { SIGN_IN_SECONDS } from '../../platform/signing/lifetimes.ts';
import { readLink } from '../../platform/signing/link.ts';
import { SECOND } from '../../platform/time.ts';
import { writeFirst } from './store.ts';

/** Uses sign_in_by_expiry for the links that still sign in. */
export const WRITE = `
INSERT INTO sign_in (id, user, expires_at)
SELECT ?1, u.id, ?3
FROM user u
WHERE u.email = ?2
  AND u.active = 1
  AND (SELECT COUNT(*) FROM sign_in s
    WHERE s.expires_at > ?4 AND s.user = u.id AND s.used_at IS NULL) < 5`;

export const WRITE_EMAIL = insertEmails(
  'sign-in',
  { id: '?2', locale: 'u.locale', facts: { signIn: 's.id' }, recipient: 'u.email', now: '?3' },
  `FROM sign_in s
JOIN user u ON u.id = s.user
WHERE s.id = ?1`,
);

export const USE = `
UPDATE sign_in
SET used_at = ?2
WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2
RETURNING user`;

/** Uses sign_in_by_expiry. */
export const FORGET = `
DELETE FROM sign_in
WHERE id IN (SELECT id FROM sign_in WHERE expires_at <= ?1 LIMIT 1000)`;

/**
 * Sends a user the sign-in link; nobody gets it where no user has that address. At most five links are good
 * at a time: whoever asks for more keeps nobody out, as a link in the mailbox still signs in. All of it happens behind the answer, so that nobody learns who is a user.
 */
export const askToSignIn = (caller: Caller, email: string): void => {
  const { env, db, now, later, post } = caller;
  const known = normaliseEmail(email);
  if (!known) return;
  const [id, emailId] = [crypto.randomUUID(), crypto.randomUUID()];
  const isFirst = known === normaliseEmail(env.ADMIN_EMAIL ?? '');
  later(async () => {
    await db.batch([
      ...(isFirst ? [writeFirst(db, crypto.randomUUID(), known, now)] : []),
      db.prepare(WRITE).bind(id, known, now + SIGN_IN_SECONDS * SECOND, now),
      db.prepare(WRITE_EMAIL).bind(id, emailId, now),
    ]);
    await post(emailId);
  });
};

/** Whether a link may still be used; opening it uses nothing up, for mail scanners open links. */
export const isSignInLink = async (env: Env, token: string): Promise<boolean> =>
  (await readLink(env, token, 'sign-in')).state === 'good';

/** The user whom a link signs in, once. */
export const useSignIn = async (
  { env, db, now }: Pick<Caller, 'env' | 'db' | 'now'>,
  token: string,
): Promise<string | null> => {
  const link = await readLink(env, token, 'sign-in');
  if (link.state !== 'good') return null;
  return db.prepare(USE).bind(link.subject, now).first<string>('user');
};

/** Forgets sign-in links that are too old to be used. */
export const forgetSignIns = ({ db, now }: Pick<Caller, 'db' | 'now'>): Promise<D1Result> =>
  db.prepare(FORGET).bind(now).run();

import { z } from 'zod';
import { insertEmails, queuedIn } from '../../outbox/queue.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { Env } from '../../platform/env.ts';
import { SIGN_IN_SECONDS } from '../../platform/signing/lifetimes.ts';
import { type ReadLink, readLink } from '../../platform/signing/link.ts';
import { SECOND } from '../../platform/time.ts';
import { trimDue } from '../../platform/trim.ts';
import { auditFailure, type Failure } from './failed.ts';
import { findUser, readUser, writeFirst } from './store.ts';

/** Uses sign_in_by_expiry for the links that still sign in. */
export const WRITE = `
INSERT INTO sign_in (id, user, expires_at)
SELECT ?1, u.id, ?3
FROM user u
WHERE u.email = +?2
  AND u.active = 1
  AND (SELECT COUNT(*) FROM sign_in s
    WHERE s.expires_at > ?4 AND s.user = u.id AND s.used_at IS NULL) < 5`;

export const WRITE_EMAIL = insertEmails(
  'sign-in',
  { id: '?2', locale: 'u.locale', facts: { signIn: 's.id' }, recipient: 'u.email', now: '?3' },
  `FROM sign_in s
JOIN user u ON u.id = s.user
WHERE s.id = +?1`,
);

export const USE = `
UPDATE sign_in
SET used_at = ?2
WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2
  AND EXISTS (SELECT 1 FROM user WHERE id = sign_in.user AND active = 1)
RETURNING user`;

export const LINK = `
SELECT user, used_at AS usedAt
FROM sign_in
WHERE id = ?1`;

/** Uses sign_in_by_expiry, as the next. */
export const DUE = 'SELECT 1 AS due FROM sign_in WHERE expires_at <= ?1 LIMIT 1';

export const FORGET = `
DELETE FROM sign_in
WHERE id IN (SELECT id FROM sign_in WHERE expires_at <= ?1 LIMIT ?2)`;

const FORGET_SLICE = 1000;

/** Audits that a link was asked for with an address that is no active user's. */
const auditAsking = async (caller: Caller, email: string): Promise<void> => {
  const user = await findUser(caller.db, email);
  if (user?.active) return;
  await auditFailure(caller, { way: 'email', why: user ? 'inactive' : 'unknown' }, user);
};

/**
 * Sends a user the sign-in link; nobody gets it where no user has that address. At most five links are good
 * at a time: asking for more keeps nobody out, as a link in the mailbox still signs in. All of it happens behind the answer, so that nobody learns who is a user.
 */
export const askToSignIn = (caller: Caller, email: string): void => {
  const { env, db, now, later, post } = caller;
  const known = normaliseEmail(email);
  if (!known) return;
  const [id, emailId] = [crypto.randomUUID(), crypto.randomUUID()];
  const isFirst = known === normaliseEmail(env.ADMIN_EMAIL ?? '');
  later(async () => {
    const results = await db.batch([
      ...(isFirst ? [writeFirst(db, crypto.randomUUID(), known, now)] : []),
      db.prepare(WRITE).bind(id, known, now + SIGN_IN_SECONDS * SECOND, now),
      db.prepare(WRITE_EMAIL).bind(id, emailId, now),
    ]);
    if (queuedIn(results.at(-1)) > 0) await post(emailId);
    else await auditAsking(caller, known);
  });
};

/** Whether a link may still be used; opening it uses nothing up, for mail scanners open links. */
export const isSignInLink = async (env: Env, token: string): Promise<boolean> =>
  (await readLink(env, token, 'sign-in')).state === 'good';

const LinkRow = z.object({ user: z.string(), usedAt: z.number().nullable() });

/** Audits why a link of ours signed nobody in, and whose it was, while that is still known. */
const auditLink = async (
  caller: Pick<Caller, 'db' | 'now'>,
  { state, subject }: Exclude<ReadLink, { state: 'bad' }>,
): Promise<void> => {
  const row = await caller.db.prepare(LINK).bind(subject).first();
  const link = row && LinkRow.parse(row);
  const user = link && (await readUser(caller.db, link.user));
  const whyOf = (): Extract<Failure, { way: 'link' }>['why'] => {
    if (user && !user.active) return 'inactive';
    return state === 'good' && link?.usedAt ? 'used' : 'expired';
  };
  await auditFailure(caller, { way: 'link', why: whyOf() }, user);
};

/** The active user whom a link signs in, once; it is audited where it signs in nobody. */
export const useSignIn = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  token: string,
): Promise<string | null> => {
  const { env, db, now } = caller;
  const link = await readLink(env, token, 'sign-in');
  if (link.state === 'bad') {
    await auditFailure(caller, { way: 'link', why: 'invalid' }, null);
    return null;
  }
  const used = link.state === 'good' && db.prepare(USE).bind(link.subject, now);
  const user = used ? await used.first<string>('user') : null;
  if (user === null) await auditLink(caller, link);
  return user;
};

/** Forgets sign-in links that are too old to be used. */
export const forgetSignIns = ({ db, now }: Pick<Caller, 'db' | 'now'>): Promise<number> =>
  trimDue(db, { due: DUE, trim: FORGET }, now, FORGET_SLICE);

// The account at an OpenID Connect provider with which a user signs in, linked at the first sign-in with it.
import { checkGiven } from '../../access/given.ts';
import type { User } from '../../contract/users.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { overtaken, requireUser } from './manage.ts';
import { COLUMNS, oneUser } from './store.ts';

/** An account by its names at the provider: `iss` and `sub` of an ID token, which are given to nobody else. */
export type Account = { issuer: string; subject: string };

/** Uses user_by_oidc. */
export const USER_BY_ACCOUNT = `
SELECT ${COLUMNS}
FROM user
WHERE oidc_issuer = ?1 AND oidc_subject = ?2`;

/**
 * Whether an active user may be linked to an account: not where they have one at that provider already, nor
 * where it is someone else's. The numbers are those of the user, the issuer and the subject.
 */
const mayLink = (
  id: string,
  issuer: string,
  subject: string,
): string => `EXISTS (SELECT 1 FROM user WHERE id = ${id} AND active = 1 AND oidc_issuer IS NOT ${issuer})
  AND NOT EXISTS (SELECT 1 FROM user WHERE oidc_issuer = ${issuer} AND oidc_subject = ${subject})`;

/** The same as a condition of an audit entry. */
export const MAY_LINK = mayLink('?7', '?8', '?9');

export const LINK_ACCOUNT = `
UPDATE user
SET oidc_issuer = ?2, oidc_subject = ?3, oidc_since = ?4
WHERE id = ?1 AND ${mayLink('?1', '?2', '?3')}`;

/** Whether a user is linked since a moment, as a condition of an audit entry. */
export const IS_LINKED = 'EXISTS (SELECT 1 FROM user WHERE id = ?7 AND oidc_since = ?8)';

export const UNLINK_ACCOUNT = `
UPDATE user
SET oidc_issuer = NULL, oidc_subject = NULL, oidc_since = NULL
WHERE id = ?1 AND oidc_since = ?2`;

/** Of a user who was unlinked: anyone who has signed in with the account is signed out. */
export const END_SESSIONS = `
UPDATE user_session
SET ended_at = ?2
WHERE user = ?1 AND ended_at IS NULL AND EXISTS (SELECT 1 FROM user WHERE id = ?1 AND oidc_since IS NULL)`;

export const findByAccount = (db: Database, { issuer, subject }: Account): Promise<User | null> =>
  oneUser(db.prepare(USER_BY_ACCOUNT).bind(issuer, subject));

/** Links a user to the account that they have signed in with; false where they, or it, are linked otherwise. */
export const linkAccount = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  user: User,
  { issuer, subject }: Account,
): Promise<boolean> => {
  const act = {
    act: 'user.link',
    object: `user:${user.id}`,
    before: user.linkedAccount,
    after: { issuer, since: now },
  };
  const [, linked] = await db.batch([
    auditWhere({ db, now, actor: `user:${user.id}` }, act, MAY_LINK, user.id, issuer, subject),
    db.prepare(LINK_ACCOUNT).bind(user.id, issuer, subject, now),
  ]);
  return linked?.meta.changes === 1;
};

/**
 * Unlinks a user from their account and ends their sessions; the account that they sign in with next is linked
 * in its place. Throws 409 where someone else unlinked it meanwhile, and 422 for users who hold more rights.
 */
export const unlinkAccount = async (caller: Caller, id: string): Promise<User> => {
  const { db, now } = caller;
  const user = await requireUser(db, id);
  checkGiven(caller, user.rights);
  if (!user.linkedAccount) return user;
  const { since } = user.linkedAccount;
  const act = { act: 'user.unlink', object: `user:${id}`, before: user.linkedAccount, after: null };
  const [, unlinked] = await db.batch([
    auditWhere(caller, act, IS_LINKED, id, since),
    db.prepare(UNLINK_ACCOUNT).bind(id, since),
    db.prepare(END_SESSIONS).bind(id, now),
  ]);
  if (unlinked?.meta.changes !== 1) throw overtaken();
  return { ...user, linkedAccount: null };
};

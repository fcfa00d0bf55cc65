import type { User } from '../../contract/users.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { HOUR } from '../../platform/time.ts';

/** How someone tried to sign in who was not let in, and why. */
export type Failure =
  | { way: 'email'; why: 'unknown' | 'inactive' }
  | { way: 'link'; why: 'invalid' | 'expired' | 'used' | 'inactive' }
  | { way: 'access'; why: 'invalid' | 'unknown' | 'inactive' }
  | { way: 'oidc'; why: 'rejected' | 'unverified' | 'unknown' | 'inactive' | 'other-account' };

/** So many failures about one user, or about all strangers together, are audited in an hour: the log only grows. */
const MOST_AN_HOUR = 20;

/** Holds while fewer failures than that are audited about an object since ?8. Uses audit_by_object. */
export const IS_RARE = `
COALESCE((SELECT recorded_at
  FROM audit
  WHERE object = ?7 AND act = 'session.fail'
  ORDER BY sequence DESC
  LIMIT 1 OFFSET ${MOST_AN_HOUR - 1}), 0) <= ?8`;

/** Audits that someone failed to sign in: whose sign-in it would have been if a user's, and nothing of a stranger. */
export const auditFailure = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  failure: Failure,
  user: Pick<User, 'id'> | null,
): Promise<void> => {
  const object = user ? `user:${user.id}` : 'stranger';
  const act = { act: 'session.fail', object, after: failure };
  await auditWhere({ db, now, actor: 'system' }, act, IS_RARE, object, now - HOUR).run();
};

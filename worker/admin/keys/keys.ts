import { checkGiven } from '../../access/given.ts';
import { endKey, MAKER_IS_IN, writeKey } from '../../access/key.ts';
import { type NewKey, newKey } from '../../access/new-key.ts';
import type { NewKeyBody } from '../../contract/users.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';

/** Makes a key; its token is known now and never again. Throws 409 where its maker was deactivated meanwhile. */
export const makeKey = async (
  caller: Caller,
  { name, rights, days }: NewKeyBody,
): Promise<NewKey> => {
  checkGiven(caller, rights);
  const { db, actor, now } = caller;
  const key = await newKey(name, rights, days);
  const act = {
    act: 'api-key.make',
    object: `api:${key.id}`,
    after: { name, rights, expiresAt: key.expiresAt },
  };
  const [, made] = await db.batch([
    auditWhere(caller, act, MAKER_IS_IN, actor),
    writeKey(db, { ...key, createdBy: actor, createdAt: now }),
  ]);
  if (made?.meta.changes !== 1)
    throw new ProblemError('conflict', { detail: 'Its maker may not use the console any more.' });
  return key;
};

export const STILL_WORKS = 'EXISTS (SELECT 1 FROM api_key WHERE id = ?7 AND ended_at IS NULL)';

/** Ends a key: what it opened is shut from now on. 404 for one that has ended already. */
export const stopKey = async (caller: Caller, id: string): Promise<void> => {
  const [, ended] = await caller.db.batch([
    auditWhere(caller, { act: 'api-key.end', object: `api:${id}` }, STILL_WORKS, id),
    endKey(caller.db, id, caller.now),
  ]);
  if (ended?.meta.changes !== 1)
    throw new ProblemError('not-found', { detail: 'There is no such key that still works.' });
};

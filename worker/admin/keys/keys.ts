import { z } from 'zod';
import { checkGiven } from '../../access/given.ts';
import { endKey, writeKey } from '../../access/key.ts';
import { Right } from '../../contract/rights.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { type NewKey, newKey } from './new-key.ts';

/** `POST /v1/api-keys`; `days` is how long it is good, for ever when absent. */
export const NewKeyBody = z.strictObject({
  name: z.string().trim().min(1, 'Give a name.').max(200),
  rights: z.array(Right).min(1, 'Choose what it may do.'),
  days: z.int().min(1).max(3650).nullable().default(null),
});
export type NewKeyBody = z.infer<typeof NewKeyBody>;

/** Makes a key; its token is known now and never again. */
export const makeKey = async (
  caller: Caller,
  { name, rights, days }: NewKeyBody,
): Promise<NewKey> => {
  checkGiven(caller, rights);
  const { db, actor, now } = caller;
  const key = await newKey(name, rights, days);
  await db.batch([
    writeKey(db, { ...key, createdBy: actor, createdAt: now }),
    audit(caller, {
      act: 'api-key.make',
      object: `api:${key.id}`,
      after: { name, rights, expiresAt: key.expiresAt },
    }),
  ]);
  return key;
};

const STILL_WORKS = 'EXISTS (SELECT 1 FROM api_key WHERE id = ?7 AND ended_at IS NULL)';

/** Ends a key: what it opened is shut from now on. 404 for one that has ended already. */
export const stopKey = async (caller: Caller, id: string): Promise<void> => {
  const [, ended] = await caller.db.batch([
    auditWhere(caller, { act: 'api-key.end', object: `api:${id}` }, STILL_WORKS, id),
    endKey(caller.db, id, caller.now),
  ]);
  if (ended?.meta.changes !== 1)
    throw new ProblemError('not-found', { detail: 'There is no such key that still works.' });
};

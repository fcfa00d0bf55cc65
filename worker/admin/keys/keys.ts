import { z } from 'zod';
import { checkGiven } from '../../access/given.ts';
import { endKey, writeKey } from '../../access/key.ts';
import { Right } from '../../contract/rights.ts';
import type { Acting } from '../../platform/acting.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
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
  db: Database,
  acting: Acting,
  { name, rights, days }: NewKeyBody,
): Promise<NewKey> => {
  checkGiven(acting, rights);
  const key = await newKey(name, rights, days);
  const { id, expiresAt } = key;
  await db.batch([
    writeKey(db, key, acting.actor),
    writeAct(db, {
      actor: acting.actor,
      act: 'api-key.make',
      object: `api:${id}`,
      after: { name, rights, expiresAt },
    }),
  ]);
  return key;
};

/** Ends a key: what it opened is shut from now on. 404 for one that has ended already. */
export const stopKey = async (db: Database, { actor }: Acting, id: string): Promise<void> => {
  const { meta } = await endKey(db, id).run();
  if (meta.changes === 0)
    throw new ProblemError('not-found', { detail: 'There is no such key that still works.' });
  await writeAct(db, { actor, act: 'api-key.end', object: `api:${id}` }).run();
};

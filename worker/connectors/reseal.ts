import type { Caller } from '../platform/caller.ts';
import { isRotating, reseal } from '../platform/signing/sealed.ts';
import { sealedFor } from './open.ts';
import { readConnections, replaceSecrets } from './store.ts';

/**
 * Encrypts the credentials of connected tools with the newest key, so that the one before can be taken away. Asks
 * nothing of the database while there is one key. Returns how many it was.
 */
export const resealConnections = async ({
  env,
  db,
}: Pick<Caller, 'env' | 'db'>): Promise<number> => {
  if (!isRotating(env)) return 0;
  const statements: D1PreparedStatement[] = [];
  for (const { id, secrets } of await readConnections(db)) {
    const fresh = await reseal(env, secrets, sealedFor(id));
    if (fresh) statements.push(replaceSecrets(db, id, secrets, fresh));
  }
  if (statements.length > 0) await db.batch(statements);
  return statements.length;
};

import type { Caller } from '../../platform/caller.ts';
import { isRotating, reseal } from '../../platform/signing/sealed.ts';
import { readerOf } from './receiver.ts';
import { readStored, replaceSecrets } from './store.ts';

/**
 * Encrypts the secrets of webhooks with the newest key, so that the one before can be taken away. Asks nothing of the
 * database while there is one key. Returns how many it was.
 */
export const resealWebhooks = async ({ env, db }: Pick<Caller, 'env' | 'db'>): Promise<number> => {
  if (!isRotating(env)) return 0;
  const statements: D1PreparedStatement[] = [];
  for (const { id, secret, oldSecret } of await readStored(db)) {
    const fresh = await reseal(env, secret, readerOf(id));
    const freshOld = oldSecret && (await reseal(env, oldSecret, readerOf(id)));
    if (fresh || freshOld)
      statements.push(
        replaceSecrets(
          db,
          id,
          { secret, oldSecret },
          { secret: fresh ?? secret, oldSecret: freshOld ?? oldSecret },
        ),
      );
  }
  if (statements.length > 0) await db.batch(statements);
  return statements.length;
};

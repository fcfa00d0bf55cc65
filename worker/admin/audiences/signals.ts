import { markBounced } from '../../people/bounces.ts';
import { findPerson } from '../../people/store.ts';
import type { Actor } from '../../platform/acting.ts';
import type { Env } from '../../platform/env.ts';
import { stopAll } from '../../visitor/unsubscribe/unsubscribe.ts';

/** What a mail provider reports of an address. */
export type Signal = { email: string; kind: 'complaint' | 'bounce' };

/**
 * Somebody who calls our letters unwanted has withdrawn; an address that refuses them for good gets
 * no more. False where nobody has the address.
 */
export const takeSignal = async (
  env: Env,
  { email, kind }: Signal,
  actor: Actor,
): Promise<boolean> => {
  const person = await findPerson(env.DB, email);
  if (!person) return false;
  if (kind === 'bounce') await markBounced(env.DB, person.id, Date.now()).run();
  else {
    const caller = { db: env.DB, actor, now: Date.now() };
    await stopAll(caller, person, { source: 'e-mail', authority: 'none' });
  }
  return true;
};

import { findPerson } from '../../people/store.ts';
import type { Database } from '../../platform/database.ts';
import type { Env } from '../../platform/env.ts';
import { stopAll } from '../../visitor/unsubscribe/unsubscribe.ts';

const MARK_UNDELIVERABLE = `
INSERT INTO undeliverable (person, recorded_at)
VALUES (?1, ?2)
ON CONFLICT (person) DO NOTHING`;

const FORGET_BOUNCE = 'DELETE FROM undeliverable WHERE person = ?1';

/** A person's letters go elsewhere from now on, where none came back yet. */
export const forgetBounce = (db: Database, person: string): D1PreparedStatement =>
  db.prepare(FORGET_BOUNCE).bind(person);

/** What a mail provider reports of an address. */
export type Signal = { email: string; kind: 'complaint' | 'bounce' };

/**
 * Somebody who calls our letters unwanted has withdrawn; an address that refuses them for good gets
 * no more. False where nobody has the address.
 */
export const takeSignal = async (
  env: Env,
  { email, kind }: Signal,
  actor: string,
): Promise<boolean> => {
  const person = await findPerson(env.DB, email);
  if (!person) return false;
  if (kind === 'bounce') await env.DB.prepare(MARK_UNDELIVERABLE).bind(person.id, Date.now()).run();
  else await stopAll(env, person, { source: 'e-mail', actor, authority: 'none' });
  return true;
};

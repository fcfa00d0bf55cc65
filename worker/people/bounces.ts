import type { Database } from '../platform/database.ts';

/** ?1 is a JSON array of `Bounced`. A bounce of an address that is no longer the person's says nothing. */
export const MARK_BOUNCED = `
INSERT INTO undeliverable (person, recorded_at)
SELECT p.id, ?2
FROM json_each(?1) each
JOIN person p ON p.id = each.value ->> 'person' AND p.email = each.value ->> 'email'
WHERE true
ON CONFLICT (person) DO NOTHING`;

export const FORGET_BOUNCE = 'DELETE FROM undeliverable WHERE person = ?1';

export const BOUNCED_AT = 'SELECT recorded_at AS bouncedAt FROM undeliverable WHERE person = ?1';

/** A person, and the address of theirs that refused an email for good. */
export type Bounced = { person: string; email: string };

/** Marks that emails to people's addresses bounce for good. */
export const markBounced = (
  db: Database,
  bounced: readonly Bounced[],
  now: number,
): D1PreparedStatement => db.prepare(MARK_BOUNCED).bind(JSON.stringify(bounced), now);

/** Forgets a bounce once the person has another address, or an email has reached them since. */
export const forgetBounce = (db: Database, person: string): D1PreparedStatement =>
  db.prepare(FORGET_BOUNCE).bind(person);

/** Reads since when (UTC ms) emails to a person bounce; null where they do not. */
export const readBouncedAt = (db: Database, person: string): Promise<number | null> =>
  db.prepare(BOUNCED_AT).bind(person).first<number>('bouncedAt');

import type { Database } from '../platform/database.ts';

export const MARK_BOUNCED = `
INSERT INTO undeliverable (person, recorded_at)
VALUES (?1, ?2)
ON CONFLICT (person) DO NOTHING`;

export const FORGET_BOUNCE = 'DELETE FROM undeliverable WHERE person = ?1';

/** Marks that emails to a person's address bounce for good. */
export const markBounced = (db: Database, person: string, now: number): D1PreparedStatement =>
  db.prepare(MARK_BOUNCED).bind(person, now);

/** Forgets a bounce once the person has another address. */
export const forgetBounce = (db: Database, person: string): D1PreparedStatement =>
  db.prepare(FORGET_BOUNCE).bind(person);

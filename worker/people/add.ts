// How people become known, and by which address.
import { z } from 'zod';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { addressHashes } from '../platform/signing/address-hash.ts';
import { SECOND } from '../platform/time.ts';
import { forgetBounce } from './bounces.ts';

/** Nobody who was erased, in this very moment even, is added by others than themselves. */
export const ADD_PEOPLE = `
INSERT INTO person (id, email, locale, created_at)
SELECT p.value ->> 'id', p.value ->> 'email', p.value ->> 'locale', ?2
FROM json_each(?1) p
WHERE NOT EXISTS (SELECT 1 FROM suppression WHERE hash = p.value ->> 'hash')
ON CONFLICT (email) DO NOTHING`;

/** Nobody, where the submission was not recorded: see the trigger person_without_id_is_passed_over. */
export const ADD_SENDER = `
INSERT INTO person (id, email, locale, created_at)
VALUES (iif(?1 IN (SELECT id FROM submission), ?2, NULL), ?3, ?4, ?5)
ON CONFLICT (email) DO NOTHING`;

/** Codes that were sent to a person, used or not. */
export const FORGET_CODES = 'DELETE FROM entry WHERE person = ?1';

/** Links and sessions that began before a moment open nothing. */
export const END_LINKS = 'UPDATE person SET links_after = ?2 WHERE id = ?1';

/** Anyone who reads the old mailbox no longer gets in: what was sent there opens nothing. */
export const CHANGE_ADDRESS = 'UPDATE person SET email = ?2, links_after = ?3 WHERE id = ?1';

export const IDS = `
SELECT p.id, p.email
FROM json_each(?1) e
JOIN person p ON p.email = e.value`;

const IdRow = z.object({ id: z.string(), email: z.string() });

/** Reads the ids of those addresses that someone has already, by address. */
export const knownIds = async (
  db: Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { results } = await db.prepare(IDS).bind(JSON.stringify(emails)).all();
  return new Map(parseRows(IdRow, results).map(({ id, email }) => [email, id]));
};

/** A person who is not known yet, under the id that they get. */
export type Newcomer = { id: string; email: string; locale: string };

/**
 * Makes the statement that adds people whom others name; an address that someone has stays theirs, and one that
 * was erased stays so.
 */
export const addPeople = async (
  { env, db, now }: Pick<Caller, 'env' | 'db' | 'now'>,
  newcomers: readonly Newcomer[],
): Promise<D1PreparedStatement> => {
  const hashes = await addressHashes(
    env,
    newcomers.map(({ email }) => email),
  );
  const rows = newcomers.map(({ id, email, locale }, at) => ({
    id,
    email,
    locale,
    hash: hashes[at],
  }));
  return db.prepare(ADD_PEOPLE).bind(JSON.stringify(rows), now);
};

/** Makes the statement that adds the sender of a submission of the same batch, unless they are known. */
export const addSender = (
  db: Database,
  submission: string,
  { id, email, locale }: Newcomer,
  now: number,
): D1PreparedStatement => db.prepare(ADD_SENDER).bind(submission, id, email, locale, now);

/**
 * Makes the statements that give a person another address: links made before open nothing any more, and that
 * emails to the old one bounced is forgotten.
 */
export const changeAddress = (
  db: Database,
  person: string,
  email: string,
  now: number,
): D1PreparedStatement[] => [
  // Tokens count whole seconds, so one made in this very second is new.
  db.prepare(CHANGE_ADDRESS).bind(person, email, Math.floor(now / SECOND) * SECOND),
  db.prepare(FORGET_CODES).bind(person),
  forgetBounce(db, person),
];

/** Makes the statements after which no link, code or session that a person has now opens anything. */
export const endLinks = (db: Database, person: string, now: number): D1PreparedStatement[] => [
  // Tokens count whole seconds: those of this very second end too.
  db.prepare(END_LINKS).bind(person, (Math.floor(now / SECOND) + 1) * SECOND),
  db.prepare(FORGET_CODES).bind(person),
];

// What is kept of people besides their addresses, by name.

import type { Person } from '../contract/people.ts';
import { jsonSlices } from '../platform/bound.ts';
import { type Database, isRefused } from '../platform/database.ts';

/** Fills in what is empty, and never overwrites. */
export const FILL_FIELDS = `
INSERT INTO person_field (person, name, value, recorded_at)
SELECT p.id, f.value ->> 'name', f.value ->> 'value', ?2
FROM json_each(?1) f
JOIN person p ON p.email = f.value ->> 'email'
WHERE true
ON CONFLICT (person, name) DO NOTHING`;

/**
 * An anonymous form fills in what is empty, and never overwrites. Under manual review (?3), of everybody or of
 * those who were unknown before (?4 is the id that such a one got), nothing is filled in.
 */
export const FILL_FROM_SUBMISSION = `
INSERT INTO person_field (person, name, value, recorded_at)
SELECT s.person, f.key, f.value, s.recorded_at
FROM submission s
JOIN json_each(?2) f
WHERE s.id = +?1
  AND (?3 = 'none' OR ?3 = 'unknown' AND s.person <> ?4)
ON CONFLICT (person, name) DO NOTHING`;

export const TAKE_OVER = `
INSERT INTO person_field (person, name, value, recorded_at)
SELECT s.person, f.key, f.value, ?3
FROM submission s
JOIN json_each(?2) f
WHERE s.id = +?1 AND s.processed_at IS NULL
ON CONFLICT (person, name) DO UPDATE SET value = excluded.value, recorded_at = excluded.recorded_at`;

export const WRITE_FIELD = `
INSERT INTO person_field (person, name, value, recorded_at)
SELECT id, ?2, ?3, ?4
FROM person
WHERE id = ?1
ON CONFLICT (person, name) DO UPDATE SET value = excluded.value, recorded_at = excluded.recorded_at`;

/** Fails with its batch where a detail is another than was seen: nobody is without an address. NULL asks nothing. */
export const HOLD_DETAILS = `
UPDATE person
SET email = NULL
WHERE id = ?1
  AND (email <> ?2 OR locale <> ?3 OR EXISTS (SELECT 1 FROM json_each(?4) seen
    WHERE seen.value <> COALESCE(
      (SELECT value FROM person_field WHERE person = ?1 AND name = seen.key), '')))`;

export const FORGET_FIELD = 'DELETE FROM person_field WHERE person = ?1 AND name = ?2';

export const CHANGE_LOCALE = 'UPDATE person SET locale = ?2 WHERE id = ?1';

/** By the primary key of person_field. */
export const FORGET_FILLED = `
DELETE FROM person_field
WHERE person IN (SELECT value ->> 'person' FROM json_each(?1))
  AND recorded_at = (SELECT one.value ->> 'at' FROM json_each(?1) one
    WHERE one.value ->> 'person' = person_field.person)`;

/** Makes the statement that forgets what was filled in of some people, each at one moment (UTC ms). */
export const forgetFilled = (
  db: Database,
  people: readonly { person: string; at: number }[],
): D1PreparedStatement => db.prepare(FORGET_FILLED).bind(JSON.stringify(people));

/** A value of the person with an address. */
export type FieldOf = { email: string; name: string; value: string };

/** Makes the statements that fill in what is empty of people by their addresses. */
export const fillFields = (
  db: Database,
  fields: readonly FieldOf[],
  now: number,
): D1PreparedStatement[] =>
  [...jsonSlices(fields)].map((slice) => db.prepare(FILL_FIELDS).bind(slice, now));

/** What a form says of its sender: by name, under which review, and the id that the sender got if unknown. */
export type SentFields = {
  fields: Readonly<Record<string, string>>;
  review: 'none' | 'unknown' | 'all';
  newcomer: string;
};

/** Makes the statement that fills in what is empty of the sender of a submission of the same batch. */
export const fillFromSubmission = (
  db: Database,
  submission: string,
  { fields, review, newcomer }: SentFields,
): D1PreparedStatement =>
  db.prepare(FILL_FROM_SUBMISSION).bind(submission, JSON.stringify(fields), review, newcomer);

/** Makes the statement that keeps with its sender what a submission says, in place of what was kept, unless it is processed already. */
export const takeOverFields = (
  db: Database,
  submission: string,
  fields: Readonly<Record<string, string>>,
  now: number,
): D1PreparedStatement => db.prepare(TAKE_OVER).bind(submission, JSON.stringify(fields), now);

/** Makes the statement that keeps a value under a name, or forgets it where it is empty. */
export const writeField = (
  db: Database,
  person: string,
  [name, value]: readonly [string, string],
  now: number,
): D1PreparedStatement =>
  value
    ? db.prepare(WRITE_FIELD).bind(person, name, value, now)
    : db.prepare(FORGET_FIELD).bind(person, name);

/** Makes the statement that changes the language in which a person is written to. */
export const changeLocale = (db: Database, person: string, locale: string): D1PreparedStatement =>
  db.prepare(CHANGE_LOCALE).bind(person, locale);

/** Details of a person, as far as they are asked for: what is not kept is empty. */
export type Details = Partial<Pick<Person, 'email' | 'locale' | 'fields'>>;

/** Makes the statement that lets its batch fail where a detail of a person is another than was seen: see `isChanged`. */
export const holdDetails = (
  db: Database,
  person: string,
  { email, locale, fields = {} }: Details,
): D1PreparedStatement =>
  db.prepare(HOLD_DETAILS).bind(person, email ?? null, locale ?? null, JSON.stringify(fields));

/** Tells whether a batch failed since a detail of a person is another than was seen. */
export const isChanged = (error: unknown): boolean =>
  isRefused(error, 'NOT NULL constraint failed: person.email');

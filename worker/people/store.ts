import { z } from 'zod';
import type { Person, Standing } from '../contract/people.ts';
import { Decision } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';

export const PERSON_BY_EMAIL = 'SELECT id FROM person WHERE email = ?1';
export const PERSON_BY_ID =
  'SELECT id, email, locale, created_at AS createdAt FROM person WHERE id = ?1';
export const FIELDS_OF_PERSON = 'SELECT name, value FROM person_field WHERE person = ?1';
export const STANDINGS_OF_PERSON = `
SELECT item_kind AS itemKind, item, decision, legal_basis AS legalBasis, source, since, record
FROM standing
WHERE person = ?1
ORDER BY item_kind, item`;

/** The people whom the emails of ?1, a JSON array of ids, are for. */
const RECIPIENTS = 'SELECT o.person FROM json_each(?1) one JOIN outbox o ON o.id = one.value';

/** By the primary key of standing. */
export const STANDINGS_OF_PEOPLE = `
SELECT s.person, s.item_kind AS itemKind, s.item, s.decision, s.legal_basis AS legalBasis, s.source, s.since, s.record
FROM json_each(?1) one
JOIN standing s ON s.person = one.value`;

export const LINKS_AFTER = 'SELECT links_after FROM person WHERE id = ?1';

const PersonRow = z.object({
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  createdAt: z.number(),
});
const FieldRow = z.object({ name: z.string(), value: z.string() });
const StandingRow = z.object({
  itemKind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  decision: Decision,
  legalBasis: z.string(),
  source: z.string(),
  since: z.number(),
  record: z.string(),
});

const standing = ({ itemKind, item, ...rest }: z.infer<typeof StandingRow>): Standing => ({
  [itemKind]: item,
  ...rest,
});

/** A person with what is kept of them and what holds now; null where there is none with that id. */
export const readPerson = async (db: Database, id: string): Promise<Person | null> => {
  const [people, fields, standings] = await db.batch([
    db.prepare(PERSON_BY_ID).bind(id),
    db.prepare(FIELDS_OF_PERSON).bind(id),
    db.prepare(STANDINGS_OF_PERSON).bind(id),
  ]);
  const [row] = z.array(PersonRow).parse(people?.results);
  if (!row) return null;
  return {
    ...row,
    fields: Object.fromEntries(
      z
        .array(FieldRow)
        .parse(fields?.results)
        .map(({ name, value }) => [name, value]),
    ),
    standings: z.array(StandingRow).parse(standings?.results).map(standing),
  };
};

const standingsByPerson = (result: D1Result | undefined): ReadonlyMap<string, Standing[]> => {
  const rows = z.array(StandingRow.extend({ person: z.string() })).parse(result?.results);
  const owned = Map.groupBy(rows, ({ person }) => person);
  return new Map(
    [...owned].map(([person, own]) => [person, own.map(({ person: _, ...row }) => standing(row))]),
  );
};

/** By the primary keys, as the two below. */
export const PEOPLE_OF_EMAILS = `
SELECT id, email, locale, created_at AS createdAt
FROM person
WHERE id IN (${RECIPIENTS})`;

export const FIELDS_OF_EMAILS = `
SELECT person, name, value
FROM person_field
WHERE person IN (${RECIPIENTS})`;

export const STANDINGS_OF_EMAILS = `
SELECT person, item_kind AS itemKind, item, decision, legal_basis AS legalBasis, source, since, record
FROM standing
WHERE person IN (${RECIPIENTS})`;

/** Reads at once the people whom some emails are for, each as `readPerson` reads one, by their ids. */
export const readPeopleOf = async (
  db: Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Person>> => {
  const list = JSON.stringify(emails);
  const [people, fields, standings] = await db.batch(
    [PEOPLE_OF_EMAILS, FIELDS_OF_EMAILS, STANDINGS_OF_EMAILS].map((sql) =>
      db.prepare(sql).bind(list),
    ),
  );
  const owned = Map.groupBy(
    z.array(FieldRow.extend({ person: z.string() })).parse(fields?.results),
    ({ person }) => person,
  );
  const held = standingsByPerson(standings);
  return new Map(
    z
      .array(PersonRow)
      .parse(people?.results)
      .map((row) => [
        row.id,
        {
          ...row,
          fields: Object.fromEntries(
            (owned.get(row.id) ?? []).map(({ name, value }) => [name, value]),
          ),
          standings: held.get(row.id) ?? [],
        },
      ]),
  );
};

/** Reads all that stands for some people at once, by their ids; nothing stands for those who are not in it. */
export const readStandings = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlyMap<string, Standing[]>> => {
  return standingsByPerson(
    await db.prepare(STANDINGS_OF_PEOPLE).bind(JSON.stringify(people)).all(),
  );
};

/** Since when (UTC ms) a person's links are good; null where there is no such person. */
export const readLinksAfter = (db: Database, id: string): Promise<number | null> =>
  db.prepare(LINKS_AFTER).bind(id).first<number>('links_after');

/** Reads the id of the person behind a normalised address; null where there is none, or no address. */
export const findId = (db: Database, email: string | null): Promise<string | null> =>
  db.prepare(PERSON_BY_EMAIL).bind(email).first<string>('id');

/** The person behind a normalised address; null where there is none. */
export const findPerson = async (db: Database, email: string): Promise<Person | null> => {
  const id = await findId(db, email);
  return id === null ? null : readPerson(db, id);
};

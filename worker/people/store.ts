import { z } from 'zod';
import type { Person, Standing } from '../contract/people.ts';
import { Decision } from '../contract/words.ts';
import { decisionOf, wordOf } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import type { Stands } from '../platform/told.ts';

/** Whether there is a person, and whether there is or was one, as the conditions of an audit entry. */
export const IS_KNOWN = 'EXISTS (SELECT 1 FROM person WHERE id = ?7)';
export const WAS_KNOWN = `(${IS_KNOWN} OR EXISTS (SELECT 1 FROM former_person WHERE id = ?7))`;

export const PERSON_BY_EMAIL = 'SELECT id FROM person WHERE email = ?1';
export const PERSON_BY_ID =
  'SELECT id, email, locale, created_at AS createdAt FROM person WHERE id = ?1';
export const FIELDS_OF_PERSON = 'SELECT name, value FROM person_field WHERE person = ?1';
export const STANDINGS_OF_PERSON = `
SELECT item_kind AS itemKind, item, decision, legal_basis AS legalBasis, source, since, record
FROM standing
WHERE person = ?1
ORDER BY item_kind, item`;

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
  const [row] = parseRows(PersonRow, people?.results);
  if (!row) return null;
  return {
    ...row,
    fields: Object.fromEntries(
      parseRows(FieldRow, fields?.results).map(({ name, value }) => [name, value]),
    ),
    standings: parseRows(StandingRow, standings?.results).map(standing),
  };
};

const OwnedRow = StandingRow.extend({ person: z.string() });

const standingsByPerson = (result: D1Result | undefined): ReadonlyMap<string, Standing[]> => {
  const rows = parseRows(OwnedRow, result?.results);
  const owned = Map.groupBy(rows, ({ person }) => person);
  return new Map(
    [...owned].map(([person, own]) => [person, own.map(({ person: _, ...row }) => standing(row))]),
  );
};

/** By the primary keys. CROSS JOIN, so that SQLite begins with the few emails. */
export const STANDINGS_OF_EMAILS = `
SELECT p.id,
  (SELECT json_group_array(json_object('kind', i.kind, 'item', i.key, 'code', h.decision,
      'legalBasis', ${wordOf('h.legal_basis')}))
    FROM held h
    JOIN item i ON i.code = h.item
    WHERE h.person = p.number) AS standings
FROM json_each(?1) one
CROSS JOIN outbox o ON o.id = one.value
CROSS JOIN person p ON p.id = o.person`;

const StandingsRow = z.object({
  id: z.string(),
  standings: json(
    z.array(
      z
        .object({
          kind: z.enum(['purpose', 'subscription']),
          item: z.string(),
          code: z.number(),
          legalBasis: z.string(),
        })
        .transform(({ kind, item, code, ...rest }) => ({
          ...rest,
          [kind]: item,
          decision: decisionOf(code),
        })),
    ),
  ),
});

/** Reads at once what stands for the people whom some emails are for, by the people's ids. */
export const readStandingsOfEmails = async (
  db: Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, readonly Stands[]>> => {
  const { results } = await db.prepare(STANDINGS_OF_EMAILS).bind(JSON.stringify(emails)).all();
  return new Map(parseRows(StandingsRow, results).map(({ id, standings }) => [id, standings]));
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

// What was last read of people at the tools, and what of it differs.
import { z } from 'zod';
import {
  type ConnectedPerson,
  ConnectorKey,
  Difference,
  Mapping,
} from '../contract/connections.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import type { Left } from './again.ts';
import { rank } from './kit/rule.ts';
import { KnownContact } from './ours.ts';

/** ?1 is a JSON array of `Noted`; who was erased meanwhile is passed over. */
export const NOTE_CONTACTS = `
INSERT INTO connected (person, connection, contacts, differences, moved, seen_at)
SELECT p.number, ?2, json_extract(one.value, '$.contacts'), json_extract(one.value, '$.differences'),
  one.value ->> 'isAgain', iif(one.value ->> 'isDone', ?3, 0)
FROM json_each(?1) one
JOIN person p ON p.id = one.value ->> 'person'
WHERE true
ON CONFLICT (person, connection) DO UPDATE SET
  contacts = excluded.contacts,
  differences = excluded.differences,
  moved = excluded.moved,
  before = iif(excluded.moved = 1, before, NULL),
  seen_at = excluded.seen_at`;

/**
 * What is noted of one person at a tool: their contacts there, why items differ, and what is left to do. A comparison
 * passes over nobody of whom something is.
 */
export type Noted = {
  person: string;
  contacts: readonly KnownContact[];
  differences: Readonly<Record<string, Difference>>;
} & Left;

/** Makes the statement that notes how people stand at a tool. */
export const noteContacts = (
  db: Database,
  connection: number,
  noted: readonly Noted[],
  now: number,
): D1PreparedStatement => db.prepare(NOTE_CONTACTS).bind(JSON.stringify(noted), connection, now);

/** By the primary key of connected; reads nothing where no tool is connected. */
export const CONNECTED_OF = `
SELECT c.name, c.connector, c.mapping, one.contacts, one.differences, one.seen_at AS seenAt
FROM connected one
JOIN connection c ON c.number = one.connection
WHERE (SELECT COUNT(*) FROM connection) > 0
  AND one.person = (SELECT number FROM person WHERE id = ?1)
ORDER BY one.connection`;

const Row = z.object({
  name: z.string(),
  connector: ConnectorKey,
  mapping: json(Mapping),
  contacts: json(z.array(KnownContact)),
  differences: json(z.record(z.string(), Difference)),
  seenAt: z.number(),
});
type Row = z.infer<typeof Row>;

/** How items stand for someone: those that the tool knows of them, and those that differ. */
const itemsOf = ({ mapping, contacts, differences, seenAt }: Row): ConnectedPerson['items'] =>
  mapping.flatMap(({ item, target }) => {
    const [shown] = contacts
      .flatMap(({ targets }) => targets[target] ?? [])
      .toSorted((one, other) => rank[one.state] - rank[other.state]);
    const difference = differences[item] ?? null;
    if (shown)
      return [{ item, state: shown.state, at: shown.at, seenAt: shown.seenAt, difference }];
    return difference ? [{ item, state: 'absent', at: null, seenAt, difference }] : [];
  });

/** Reads how a person stands at each connected tool that knows them, or where they differ, as it was seen last. */
export const connectedOf = async (db: Database, person: string): Promise<ConnectedPerson[]> => {
  const { results } = await db.prepare(CONNECTED_OF).bind(person).all();
  return parseRows(Row, results)
    .map((row) => ({ connection: row.name, connector: row.connector, items: itemsOf(row) }))
    .filter(({ items }) => items.length > 0);
};

/** Uses connected_that_differ. */
export const DIFFERING = `
SELECT p.id AS person, p.email, one.differences
FROM connected one
JOIN person p ON p.number = one.person
WHERE one.connection = +?1 AND one.differences <> '{}'
ORDER BY one.person
LIMIT ?2`;

const DifferingRow = z.object({
  person: z.string(),
  email: z.string(),
  differences: json(z.record(z.string(), Difference)),
});

/** Someone who differs here and at a tool, and why, by item. */
export type Differing = z.infer<typeof DifferingRow>;

/** Reads who differs at a tool: the first so many. */
export const readDiffering = async (
  db: Database,
  connection: number,
  limit: number,
): Promise<Differing[]> => {
  const { results } = await db.prepare(DIFFERING).bind(connection, limit).all();
  return parseRows(DifferingRow, results);
};

/** Uses connected_by_connection. */
export const SOME_CONTACTS = `
SELECT contacts
FROM (SELECT contacts FROM connected WHERE connection = ?1 LIMIT 500)
WHERE json_array_length(contacts) > 0
LIMIT ?2`;

const ContactsRow = z.object({ contacts: json(z.array(KnownContact)) });

/** Reads some contacts that were noted of a tool. */
export const readSomeContacts = async (
  db: Database,
  connection: number,
  limit: number,
): Promise<KnownContact[]> => {
  const { results } = await db.prepare(SOME_CONTACTS).bind(connection, limit).all();
  return parseRows(ContactsRow, results).flatMap(({ contacts }) => contacts);
};

import { z } from 'zod';
import { Provider } from '../contract/signals.ts';
import { decisionOf, PERSON_CODE, wordOf } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import { trimDue } from '../platform/trim.ts';

/** Each by its primary key. */
export const TAKEN_AMONG = `
SELECT s.id
FROM json_each(?1) one
JOIN signal_taken s ON s.id = one.value`;

/** Fails where one of them was taken meanwhile, and the batch with it. */
export const KEEP_TAKEN = `
INSERT INTO signal_taken (id, received_at)
SELECT value, ?2
FROM json_each(?1)`;

/** Uses signal_taken_by_time, as the next. */
export const OLD_DUE = 'SELECT 1 AS due FROM signal_taken WHERE received_at <= ?1 LIMIT 1';

export const FORGET_OLD = `
DELETE FROM signal_taken
WHERE id IN (SELECT id FROM signal_taken WHERE received_at <= ?1 LIMIT ?2)`;

export const COUNT_RECEIVED = `
INSERT INTO signal_provider (provider, received_at, taken, ignored)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (provider) DO UPDATE SET
  received_at = excluded.received_at,
  taken = taken + excluded.taken,
  ignored = ignored + excluded.ignored`;

export const RECEIVED = `
SELECT provider, received_at AS receivedAt, taken, ignored
FROM signal_provider`;

/**
 * People by their addresses, with what stands for them and whether they said it themselves. Each by an index.
 * CROSS JOIN, so that SQLite begins with the few addresses.
 */
export const PEOPLE_AT = `
SELECT p.id, p.email, p.locale,
  (SELECT json_group_array(json_object('kind', i.kind, 'item', i.key, 'code', h.decision,
      'legalBasis', ${wordOf('h.legal_basis')}, 'since', h.since, 'isOwn', o.actor = ${PERSON_CODE}))
    FROM held h
    JOIN item i ON i.code = h.item
    JOIN occasion o ON o.number = h.occasion
    WHERE h.person = p.number) AS standings
FROM json_each(?1) one
CROSS JOIN person p ON p.email = one.value`;

const StandingRow = z
  .object({
    kind: z.enum(['purpose', 'subscription']),
    item: z.string(),
    code: z.number(),
    legalBasis: z.string(),
    since: z.number(),
    isOwn: z.number(),
  })
  .transform(({ kind, item, code, legalBasis, since, isOwn }) => ({
    [kind]: item,
    decision: decisionOf(code),
    legalBasis,
    since,
    isOwn: isOwn === 1,
  }));

const PersonRow = z.object({
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  standings: json(z.array(StandingRow)),
});
export type Addressed = z.infer<typeof PersonRow>;

/** Reads the people behind some addresses, by their addresses. */
export const readPeopleAt = async (
  db: Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Addressed>> => {
  const { results } = await db.prepare(PEOPLE_AT).bind(JSON.stringify(emails)).all();
  return new Map(parseRows(PersonRow, results).map((row) => [row.email, row]));
};

/** Says which of some signals were taken already. */
export const takenAmong = async (
  db: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { results } = await db.prepare(TAKEN_AMONG).bind(JSON.stringify(ids)).all();
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(results)
      .map(({ id }) => id),
  );
};

export const keepTaken = (db: Database, ids: readonly string[], now: number): D1PreparedStatement =>
  db.prepare(KEEP_TAKEN).bind(JSON.stringify(ids), now);

/** How many events of a post said something of an address, and how many did not. */
export type Counts = { taken: number; ignored: number };

export const countReceived = (
  db: Database,
  provider: Provider,
  { taken, ignored }: Counts,
  now: number,
): D1PreparedStatement => db.prepare(COUNT_RECEIVED).bind(provider, now, taken, ignored);

const ReceivedRow = z.object({
  provider: Provider,
  receivedAt: z.number(),
  taken: z.number(),
  ignored: z.number(),
});

/** Reads when each provider reported last, and how much so far. */
export const readReceived = async (db: Database) => {
  const { results } = await db.prepare(RECEIVED).all();
  return new Map(parseRows(ReceivedRow, results).map((row) => [row.provider, row]));
};

const FORGET_SLICE = 1000;

/** Forgets which signals were taken until a moment (UTC ms), a slice at a time. */
export const forgetTaken = (db: Database, until: number): Promise<number> =>
  trimDue(db, { due: OLD_DUE, trim: FORGET_OLD }, until, FORGET_SLICE);

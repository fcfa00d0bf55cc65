import { z } from 'zod';
import { Decision } from '../../contract/words.ts';
import { CODES, itemCode, sequenceOf, wordOf } from '../../ledger/stored.ts';
import type { Stands } from '../../people/ending.ts';
import type { Condition, Database } from '../../platform/database.ts';
import { lastBefore, SKEW_MS } from '../../platform/halving.ts';
import { flag, parseRows } from '../../platform/rows.ts';
import { idsAt } from '../../submissions/store.ts';

/** Which purposes end by themselves, and after how many days without a sign of life. */
export const KEPT = `
SELECT key, retention_days AS retentionDays
FROM purpose
WHERE retention_days IS NOT NULL`;

/** So many occasions are looked at in one go. */
const SLICE = 2000;

/** Whether the purpose ?1 still holds as an occasion says. */
const holdsSince = (occasion: string): string => `h.person = ${occasion}.person
  AND h.item = ${itemCode("'purpose'", '?1')}
  AND h.occasion = ${occasion}.number
  AND h.decision IN (${CODES.given}, ${CODES.informed})`;

/**
 * The next occasions of the ledger, with the person whose purpose still holds as it was decided there. Reads but the
 * first while that holds and is younger than ?3.
 */
export const OVER = `
SELECT o.number, o.recorded_at AS recordedAt, p.id, p.email, p.locale,
  ${wordOf('h.decision')} AS decision, ${wordOf('h.legal_basis')} AS legalBasis,
  ${sequenceOf('h.occasion', 'h.n')} AS sequence
FROM (SELECT number, recorded_at, person
  FROM occasion
  WHERE number > ?2
  ORDER BY number
  LIMIT iif((SELECT first.recorded_at >= ?3 AND EXISTS (SELECT 1 FROM held h WHERE ${holdsSince('first')})
    FROM occasion first
    WHERE first.number > ?2
    ORDER BY first.number
    LIMIT 1), 1, ?4)) o
LEFT JOIN held h ON ${holdsSince('o')}
LEFT JOIN person p ON p.number = h.person
ORDER BY o.number`;

/** The number of the last occasion from before ?1. */
export const OCCASION_BEFORE = lastBefore('occasion', 'recorded_at', '?1');

/** How many are over in a while, among the occasions up to ?4; looks no further than at ten thousand of them. */
export const COUNT_OVER = `
SELECT COUNT(*) AS count
FROM (SELECT number, recorded_at, person
  FROM occasion
  WHERE number > ?2 AND number <= ?4
  ORDER BY number
  LIMIT 10000) o
JOIN held h ON ${holdsSince('o')}
WHERE o.recorded_at < ?3`;

/** By the primary key, which begins with the time; ?1 is where the ids of a time begin. */
export const OLD_SUBMISSIONS = `
SELECT id
FROM submission
WHERE id < ?1
ORDER BY id
LIMIT ?2`;

export const COUNT_SUBMISSIONS = `
SELECT COUNT(*) AS count
FROM (SELECT 1 FROM submission WHERE id < ?1 LIMIT 10000)`;

const ALIVE = `(${CODES.given}, ${CODES.pending}, ${CODES.informed}, ${CODES.restricted})`;

/** Whether nothing stands of a person `p`, and nothing was heard of them since a moment. */
const isStale = (before: string): string => `p.created_at < ${before}
  AND NOT EXISTS (SELECT 1 FROM held WHERE person = p.number AND (decision IN ${ALIVE} OR since >= ${before}))
  AND NOT EXISTS (SELECT 1 FROM submission WHERE person = p.id AND recorded_at >= ${before})
  AND NOT EXISTS (SELECT 1 FROM request WHERE person = p.id AND state IN ('open', 'waiting'))`;

/** Holds while some people are stale, all of them: nobody has sent anything in the meantime. */
export const stillStale = (people: readonly string[], before: number): Condition => ({
  sql: (parameter) => `NOT EXISTS (SELECT 1
    FROM json_each(${parameter}, '$.people') one
    CROSS JOIN person p ON p.id = one.value
    WHERE NOT (${isStale(`(${parameter} ->> '$.before')`)}))`,
  value: JSON.stringify({ people, before }),
});

/** The next people, whether or not they are stale, in the order in which they became known. */
export const OLD = `
SELECT p.number, p.id, p.email, p.locale, p.created_at < ?1 AS isOld,
  ${isStale('?1')} AS isStale
FROM person p
WHERE p.number > ?2
ORDER BY p.number
LIMIT ?3`;

export const CURSOR = 'SELECT cursor FROM sweep WHERE name = ?1';

export const MOVE = `
INSERT INTO sweep (name, cursor)
VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor`;

const Kept = z.object({ key: z.string(), retentionDays: z.number() });

/** Reads how long purposes are kept that are not kept for good. */
export const readKept = async (db: Database) =>
  parseRows(Kept, (await db.prepare(KEPT).all()).results);

const OverRow = z.object({
  number: z.number(),
  recordedAt: z.number(),
  id: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string().nullable(),
  decision: Decision.nullable(),
  legalBasis: z.string().nullable(),
  sequence: z.number().nullable(),
});

/** Someone whose purpose has held for too long, and as what it is held. */
export type Over = { id: string; email: string; locale: string } & Pick<
  Stands,
  'decision' | 'legalBasis' | 'only'
>;

const overIn = ({
  id,
  email,
  locale,
  decision,
  legalBasis,
  sequence,
}: z.infer<typeof OverRow>): Over[] =>
  id !== null && email !== null && locale !== null && decision !== null && legalBasis !== null
    ? [{ id, email, locale, decision, legalBasis, only: sequence ?? undefined }]
    : [];

/**
 * Those whose purpose has held without a sign of life since before a moment (UTC ms), at most `limit` of them and
 * as far as a slice of the ledger after an occasion tells; `last` is the occasion up to which all are among them, and
 * `young` when (UTC ms) the one was recorded that comes next, if it is too young. What holds nothing any more never
 * will again, however young it is.
 */
export const readOver = async (
  db: Database,
  purpose: string,
  { after, before, limit }: { after: number; before: number; limit: number },
): Promise<{ over: Over[]; last: number; young: number | null }> => {
  const { results } = await db.prepare(OVER).bind(purpose, after, before, SLICE).all();
  const over: Over[] = [];
  let last = after;
  for (const row of parseRows(OverRow, results)) {
    const held = overIn(row);
    if (held.length > 0 && row.recordedAt >= before) return { over, last, young: row.recordedAt };
    if (held.length > 0 && over.length === limit) break;
    over.push(...held);
    last = row.number;
  }
  return { over, last, young: null };
};

/** Counts those of a purpose that a sweep has not seen yet and that have held since before a moment (UTC ms). */
export const countOver = async (db: Database, purpose: string, before: number): Promise<number> => {
  const [after, last] = await Promise.all([
    readCursor(db, ofPurpose(purpose)),
    db
      .prepare(OCCASION_BEFORE)
      .bind(before + SKEW_MS)
      .first<number>('number'),
  ]);
  const counting = db.prepare(COUNT_OVER).bind(purpose, after, before, last);
  return (await counting.first<number>('count')) ?? 0;
};

const IdRow = z.object({ id: z.string() });

/** The ids of submissions from before a moment (UTC ms), the oldest first. */
export const readOldSubmissions = async (
  db: Database,
  before: number,
  limit: number,
): Promise<string[]> => {
  const { results } = await db.prepare(OLD_SUBMISSIONS).bind(idsAt(before), limit).all();
  return parseRows(IdRow, results).map(({ id }) => id);
};

export const countSubmissions = async (db: Database, before: number) =>
  (await db.prepare(COUNT_SUBMISSIONS).bind(idsAt(before)).first<number>('count')) ?? 0;

const OldRow = z.object({
  number: z.number(),
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  isOld: flag,
  isStale: flag,
});

/** The next people after those that a sweep has seen, and of each whether they are known since before a moment. */
export const readOld = async (db: Database, before: number, after: number, limit: number) =>
  parseRows(OldRow, (await db.prepare(OLD).bind(before, after, limit).all()).results);

/** Sweeps: over the ledger for each purpose, and over people for those of whom nothing is heard. */
export const STALE = 'stale';
/** Until when (UTC ms) no round of that begins. */
export const STALE_RESTS = 'stale/rests';
export const ofPurpose = (purpose: string): string => `purpose/${purpose}`;
/** Until when (UTC ms) no consent of a purpose is over that is kept for so many days. */
export const restsOf = (purpose: string, days: number): string =>
  `purpose/${purpose}/rests/${days}`;

/** The number up to which a sweep has seen occasions, or people; 0 where there is none. */
export const readCursor = async (db: Database, sweep: string): Promise<number> =>
  Number((await db.prepare(CURSOR).bind(sweep).first<string>('cursor')) ?? 0);

export const moveCursor = (db: Database, sweep: string, number: number): D1PreparedStatement =>
  db.prepare(MOVE).bind(sweep, String(number));

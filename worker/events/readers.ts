// Who follows what happens, and how far each has got. While there is nobody, no event is written.
import { z } from 'zod';
import { ROOM } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { DAY } from '../platform/time.ts';
import { trimDue } from '../platform/trim.ts';

/** A name by which a reader is known: `changes`, or one of many webhooks and connectors. */
export type ReaderName = 'changes' | `webhook/${string}` | `connector/${string}`;

/** The sequence behind every event that there is. */
export const NEWEST = `COALESCE((SELECT MAX(number) FROM event), 0) * ${ROOM} + ${ROOM - 1}`;

export const OPEN_READER = `
INSERT INTO event_reader (name, after, holds)
VALUES (?1, ${NEWEST}, ?2)
ON CONFLICT (name) DO NOTHING`;

export const CLOSE_READER = 'DELETE FROM event_reader WHERE name = ?1';

export const MOVE_READER = 'UPDATE event_reader SET after = ?2 WHERE name = ?1';

/** Only from where it was: a user may have sent it back meanwhile. */
export const MOVE_READER_FROM = `
UPDATE event_reader
SET after = ?3
WHERE name = ?1 AND after = ?2 AND ?3 <> ?2`;

export const HOLD_READER = 'UPDATE event_reader SET holds = ?2 WHERE name = ?1';

export const READER = 'SELECT after FROM event_reader WHERE name = ?1';

/** The sequences between which events are kept. By the primary key. */
export const KEPT_EVENTS = `
SELECT
  COALESCE((SELECT number FROM event WHERE number > 0 ORDER BY number LIMIT 1), 0) AS oldest,
  COALESCE((SELECT MAX(number) FROM event), 0) AS newest`;

/**
 * Makes the statement by which a reader begins to follow: what happens from now on. Where `holds` is set, events are
 * kept until they have them.
 */
export const openReader = (
  db: Database,
  name: ReaderName,
  { holds }: { holds: boolean },
): D1PreparedStatement => db.prepare(OPEN_READER).bind(name, holds ? 1 : 0);

/** Makes the statement by which a reader follows no longer. */
export const closeReader = (db: Database, name: ReaderName): D1PreparedStatement =>
  db.prepare(CLOSE_READER).bind(name);

/** Makes the statement that writes down how far a reader has got: the sequence of the last event that it has. */
export const moveReader = (db: Database, name: ReaderName, after: number): D1PreparedStatement =>
  db.prepare(MOVE_READER).bind(name, after);

/**
 * Prepares the same for a reader that may be sent back while it reads: no query is then wanting for it when it has
 * read. The statement moves a reader from where it stood.
 */
export const movingReader = (db: Database) => {
  const statement = db.prepare(MOVE_READER_FROM);
  return (name: ReaderName, from: number, to: number): D1PreparedStatement =>
    statement.bind(name, from, to);
};

/** Prepares what lets events wait for a reader, or no longer, as when it is paused. */
export const holdingReader = (db: Database) => {
  const statement = db.prepare(HOLD_READER);
  return (name: ReaderName, holds: boolean): D1PreparedStatement =>
    statement.bind(name, holds ? 1 : 0);
};

/** The sequence behind every event of the act that an event is of. */
export const endOfAct = (sequence: number): number => Math.floor(sequence / ROOM) * ROOM + ROOM - 1;

/** The first act from a number on. By the primary key. */
export const ACT_FROM = 'SELECT number, at FROM event WHERE number >= ?1 ORDER BY number LIMIT 1';

const ActAt = z.object({ number: z.number(), at: z.number() });

/**
 * Finds the sequence from which everything since a moment (UTC ms) is read: by halving, for acts are all but in the
 * order of their times.
 */
export const sequenceBefore = async (db: Database, moment: number): Promise<number> => {
  const { complete, newest } = await readKept(db);
  let [low, high] = [Math.floor(complete / ROOM), Math.floor(newest / ROOM)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const row = await db.prepare(ACT_FROM).bind(middle).first();
    const isBefore = row !== null && ActAt.parse(row).at < moment;
    if (isBefore) low = middle;
    else high = middle - 1;
  }
  return low * ROOM + ROOM - 1;
};

/** Reads the sequence of the last event that a reader has; null where nobody of that name follows. */
export const readReader = (db: Database, name: ReaderName): Promise<number | null> =>
  db.prepare(READER).bind(name).first<number>('after');

const Kept = z.object({ oldest: z.number(), newest: z.number() });

/**
 * Says between which sequences events are kept: every one behind `complete`, and none behind `newest`. Both are
 * sequences that one may go on from.
 */
export const readKept = async (db: Database): Promise<{ complete: number; newest: number }> => {
  const { oldest, newest } = Kept.parse(await db.prepare(KEPT_EVENTS).first());
  return {
    complete: Math.max(0, oldest - 1) * ROOM,
    newest: newest * ROOM + ROOM - 1,
  };
};

/** Events are kept for so long, and longer while a reader that holds them has not got them. */
export const KEPT_MS = 30 * DAY;

/** Whether the oldest event is one to forget, and at least one other is left: numbers are never given twice. */
const FORGETTABLE = `at < ?1
  AND number < (SELECT MAX(number) FROM event)
  AND number < COALESCE((SELECT MIN(after) / ${ROOM} FROM event_reader WHERE holds = 1), number + 1)`;

export const OLD_EVENT = `
SELECT 1 AS due
FROM (SELECT number, at FROM event WHERE number > 0 ORDER BY number LIMIT 1)
WHERE ${FORGETTABLE}`;

export const FORGET_EVENTS = `
DELETE FROM event
WHERE number IN (SELECT number
  FROM (SELECT number, at FROM event WHERE number > 0 ORDER BY number LIMIT ?2)
  WHERE ${FORGETTABLE})`;

const FORGET_SLICE = 1000;

/** Forgets events that are kept long enough and that everybody has, a slice at a time. */
export const forgetEvents = (db: Database, now: number): Promise<number> =>
  trimDue(db, { due: OLD_EVENT, trim: FORGET_EVENTS }, now - KEPT_MS, FORGET_SLICE);

// Events that did not arrive, and what was sent: written down at the end of each run.
import { v7 } from 'uuid';
import { z } from 'zod';
import type { ChangeEvent } from '../../contract/events.ts';
import { Attempt, type AttemptsPage } from '../../contract/webhooks.ts';
import type { Database } from '../../platform/database.ts';
import { json, parseRows } from '../../platform/rows.ts';
import { DAY } from '../../platform/time.ts';

/** Uses the primary key. */
export const WAITING = `
SELECT sequence, person, tries, next_at AS nextAt
FROM webhook_waiting
WHERE webhook = ?1 AND state = 'waiting'
ORDER BY sequence
LIMIT ?2`;

export const FORGET_WAITING = `
DELETE FROM webhook_waiting
WHERE webhook = ?1 AND sequence IN (SELECT value FROM json_each(?2))`;

/** Not of a webhook that was deleted meanwhile. */
export const KEEP_WAITING = `
INSERT INTO webhook_waiting (webhook, sequence, person, state, tries, next_at)
SELECT ?1, one.value ->> 'sequence', one.value ->> 'person', one.value ->> 'state', one.value ->> 'tries',
  one.value ->> 'nextAt'
FROM json_each(?2) one
WHERE EXISTS (SELECT 1 FROM webhook WHERE id = ?1)
ON CONFLICT (webhook, sequence) DO UPDATE SET
  state = excluded.state,
  tries = excluded.tries,
  next_at = excluded.next_at`;

/** Once something arrives again, what waits is tried at once. */
export const HURRY_WAITING = `
UPDATE webhook_waiting
SET next_at = ?2
WHERE webhook = ?1 AND state = 'waiting' AND ?3 = 1`;

/** What is behind a sequence is sent again. */
export const FORGET_BEHIND = 'DELETE FROM webhook_waiting WHERE webhook = ?1 AND sequence > ?2';

export const WRITE_LOG = `
INSERT INTO webhook_log (webhook, id, attempts)
SELECT ?1, ?2, ?3
WHERE ?3 <> '[]' AND EXISTS (SELECT 1 FROM webhook WHERE id = ?1)`;

/** Uses the primary key. */
export const LOG = `
SELECT id, attempts
FROM webhook_log
WHERE webhook = ?1 AND (?2 = '' OR id < ?2)
ORDER BY id DESC
LIMIT ?3`;

/** By the primary key, webhook by webhook. ?1 is a UUIDv7 of the moment before which it is forgotten. */
export const FORGET_LOG = `
DELETE FROM webhook_log
WHERE (webhook, id) IN (SELECT w.id, l.id
  FROM webhook w
  CROSS JOIN webhook_log l ON l.webhook = w.id AND l.id < ?1
  LIMIT ?2)`;

const WaitingRow = z.object({
  sequence: z.number(),
  person: z.string().nullable(),
  tries: z.number(),
  nextAt: z.number(),
});

/** An event that waits: for its next try, or behind another of the same person. */
export type Waiting = z.infer<typeof WaitingRow>;

/** What becomes of an event that did not arrive. */
export type Kept = Waiting & { state: 'waiting' | 'failed' };

/** An event that did not arrive, with what becomes of it. */
export const keptOf = (
  { sequence, data: { person } }: ChangeEvent,
  then: Pick<Kept, 'state' | 'tries' | 'nextAt'>,
): Kept => ({ sequence, person, ...then });

/** What became of a run: what waits no longer, what waits, and what was sent. */
export type Settling = {
  settled: readonly number[];
  kept: readonly Kept[];
  /** Whether something arrived again, for the first time since nothing did. */
  recovers: boolean;
  attempts: readonly Attempt[];
  now: number;
};

export const readWaiting = async (
  db: Database,
  webhook: string,
  limit: number,
): Promise<Waiting[]> =>
  parseRows(WaitingRow, (await db.prepare(WAITING).bind(webhook, limit).all()).results);

/** Prepares what writes down what became of a run, so that no query is wanting for it once anything was sent. */
export const prepareSettling = (db: Database) => {
  const forget = db.prepare(FORGET_WAITING);
  const keep = db.prepare(KEEP_WAITING);
  const hurry = db.prepare(HURRY_WAITING);
  const log = db.prepare(WRITE_LOG);
  return (
    webhook: string,
    { settled, kept, recovers, attempts, now }: Settling,
  ): D1PreparedStatement[] => [
    forget.bind(webhook, JSON.stringify(settled)),
    keep.bind(webhook, JSON.stringify(kept)),
    hurry.bind(webhook, now, recovers ? 1 : 0),
    log.bind(webhook, v7({ msecs: now }), JSON.stringify(attempts)),
  ];
};

export const keepWaiting = (
  db: Database,
  webhook: string,
  kept: readonly Kept[],
): D1PreparedStatement => db.prepare(KEEP_WAITING).bind(webhook, JSON.stringify(kept));

export const forgetBehind = (
  db: Database,
  webhook: string,
  sequence: number,
): D1PreparedStatement => db.prepare(FORGET_BEHIND).bind(webhook, sequence);

export const writeLog = (
  db: Database,
  webhook: string,
  attempts: readonly Attempt[],
  now: number,
): D1PreparedStatement =>
  db.prepare(WRITE_LOG).bind(webhook, v7({ msecs: now }), JSON.stringify(attempts));

/** The log is kept for so long. */
const LOG_MS = 30 * DAY;
const FORGET_SLICE = 500;

/** Forgets what was sent long ago, a slice at a time; returns how much. */
export const forgetLog = async (db: Database, now: number): Promise<number> => {
  const forget = db.prepare(FORGET_LOG).bind(v7({ msecs: now - LOG_MS }), FORGET_SLICE);
  return (await forget.run()).meta.changes;
};

const LogRow = z.object({ id: z.string(), attempts: json(z.array(Attempt)) });

const LOG_PAGE = 20;

/** Reads what was sent to a webhook, the newest first, before a row of the log (all, if that is empty). */
export const readAttempts = async (
  db: Database,
  webhook: string,
  before: string,
): Promise<AttemptsPage> => {
  const { results } = await db.prepare(LOG).bind(webhook, before, LOG_PAGE).all();
  const rows = parseRows(LogRow, results);
  return {
    attempts: rows.flatMap(({ attempts }) => attempts.toReversed()),
    next: rows.length === LOG_PAGE ? (rows.at(-1)?.id ?? null) : null,
  };
};

// What others say of the log's checkpoints: cosignatures of witnesses, and timestamps of authorities.
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { readCheckpointOf } from './store.ts';

/** Of a checkpoint, in the order of their keys. */
export const COSIGNATURES = `
SELECT line
FROM log_cosignature
WHERE log = ?1 AND size = ?2
ORDER BY vkey`;

/** What each of some witnesses cosigned last: `size` is 0 of one that has not yet. By the primary key, from its end. */
export const LAST_COSIGNED = `
SELECT w.value AS vkey, COALESCE(c.size, 0) AS size, c.signed_at AS at
FROM json_each(?2) w
LEFT JOIN log_cosignature c ON c.log = +?1 AND c.vkey = w.value AND c.size = (
  SELECT size FROM log_cosignature WHERE log = ?1 AND vkey = w.value ORDER BY size DESC LIMIT 1)`;

export const KEEP_COSIGNATURE = `
INSERT INTO log_cosignature (log, size, vkey, line, signed_at)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (log, size, vkey) DO NOTHING`;

export const LAST_TIMESTAMP = `
SELECT size, stamped_at AS at
FROM log_timestamp
WHERE log = ?1
ORDER BY size DESC
LIMIT 1`;

/** The first that says of an entry that it was there: ?2 is its index. */
export const TIMESTAMP_OF_ENTRY = `
SELECT t.size, t.token, c.note
FROM log_timestamp t
JOIN log_checkpoint c ON c.log = t.log AND c.size = t.size
WHERE t.log = +?1 AND t.size > ?2
ORDER BY t.size
LIMIT 1`;

export const KEEP_TIMESTAMP = `
INSERT INTO log_timestamp (log, size, token, stamped_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (log, size) DO NOTHING`;

const LineRow = z.object({ line: z.string() });

/** Reads the lines that witnesses signed of a checkpoint, as they go below its note. */
export const readCosignatures = async (
  db: Database,
  log: number,
  size: number,
): Promise<string> => {
  const { results } = await db.prepare(COSIGNATURES).bind(log, size).all();
  const rows = parseRows(LineRow, results);
  return rows.map(({ line }) => line).join('');
};

/** Reads a checkpoint with the lines that witnesses signed of it; null where none of this size was signed. */
export const readSigned = async (
  db: Database,
  log: number,
  size: number,
): Promise<string | null> => {
  const [checkpoint, lines] = await Promise.all([
    readCheckpointOf(db, log, size),
    readCosignatures(db, log, size),
  ]);
  return checkpoint && `${checkpoint.note}${lines}`;
};

const LastCosigned = z.object({
  vkey: z.string(),
  size: z.number(),
  at: z.number().nullable(),
});

/** Reads what each of some witnesses cosigned last. */
export const readLastCosigned = async (
  db: Database,
  log: number,
  vkeys: readonly string[],
): Promise<z.infer<typeof LastCosigned>[]> => {
  if (vkeys.length === 0) return [];
  const { results } = await db.prepare(LAST_COSIGNED).bind(log, JSON.stringify(vkeys)).all();
  return parseRows(LastCosigned, results);
};

/** A cosignature of a checkpoint, by its size. */
export type Cosignature = { size: number; vkey: string; line: string };

export const keepCosignature = (
  db: Database,
  log: number,
  { size, vkey, line }: Cosignature,
  now: number,
) => db.prepare(KEEP_COSIGNATURE).bind(log, size, vkey, line, now).run();

const Last = z.object({ size: z.number(), at: z.number() });

/** Reads when an authority last gave a timestamp, and of which size; null before any. */
export const readLastTimestamp = async (
  db: Database,
  log: number,
): Promise<z.infer<typeof Last> | null> =>
  Last.nullable().parse(await db.prepare(LAST_TIMESTAMP).bind(log).first());

const Stamped = z.object({
  size: z.number(),
  note: z.string(),
  token: z.array(z.number()).transform((bytes) => Uint8Array.from(bytes)),
});
export type Stamped = z.infer<typeof Stamped>;

/** Finds the first checkpoint with a timestamp that an entry is in; null where there is none yet. */
export const readTimestampOf = async (
  db: Database,
  log: number,
  index: number,
): Promise<Stamped | null> =>
  Stamped.nullable().parse(await db.prepare(TIMESTAMP_OF_ENTRY).bind(log, index).first());

export const keepTimestamp = (
  db: Database,
  log: number,
  { size, token }: { size: number; token: Uint8Array<ArrayBuffer> },
  now: number,
) => db.prepare(KEEP_TIMESTAMP).bind(log, size, token.buffer, now).run();

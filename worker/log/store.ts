import { z } from 'zod';
import { Halt } from '../contract/log.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import type { Hash } from '../proof/tree.ts';
import type { Tile } from './tiles.ts';

export const LOG = `
SELECT l.number, l.origin, l.halted_at AS haltedAt, l.halted_by AS haltedBy,
  COALESCE(c.size, 0) AS size, COALESCE(c.sequence, 0) AS sequence, c.note, c.signed_at AS signedAt
FROM log l
LEFT JOIN log_checkpoint c ON c.log = l.number
  AND c.size = (SELECT MAX(size) FROM log_checkpoint WHERE log = l.number)
WHERE l.number = COALESCE(?1, (SELECT MAX(number) FROM log))`;

export const CHECKPOINT = `
SELECT size, note
FROM log_checkpoint
WHERE log = ?1 AND size = ?2`;

/** The condition that a log is the last and halted, and so can be followed by another. */
export const isHalted = (parameter: string): string => `EXISTS (SELECT 1 FROM log
    WHERE number = ${parameter} AND halted_at IS NOT NULL AND number = (SELECT MAX(number) FROM log))`;

export const START_LOG = `
INSERT INTO log (number, origin, started_at)
SELECT ?1, ?2, ?3
WHERE ?4 IS NULL AND NOT EXISTS (SELECT 1 FROM log)
  OR ${isHalted('?4')}`;

export const HALT_LOG = `
UPDATE log SET halted_at = ?2, halted_by = ?3
WHERE number = ?1 AND halted_at IS NULL`;

/** Each by its place. CROSS JOIN, so that SQLite begins with the few places and not with every tile of the log. */
export const TILES = `
SELECT t.level, t.number, t.first, t.hashes
FROM json_each(?2) e
CROSS JOIN log_tile t ON t.log = +?1 AND t.level = e.value ->> 'level' AND t.number = e.value ->> 'number'`;

export const TILE_OF_RECORD = `
SELECT number, first
FROM log_tile
WHERE log = ?1 AND level = 0 AND first <= ?2
ORDER BY first DESC
LIMIT 1`;

/** Only after what was signed last: two schedules that seal at once never sign two trees. */
export const SIGN = `
INSERT INTO log_checkpoint (log, size, sequence, note, signed_at)
SELECT ?1, ?2, ?3, ?4, ?5
WHERE ?6 = COALESCE((SELECT MAX(size) FROM log_checkpoint WHERE log = ?1), 0)
  AND EXISTS (SELECT 1 FROM log WHERE number = ?1 AND halted_at IS NULL)
  AND ?1 = (SELECT MAX(number) FROM log)`;

/** Whether a checkpoint was signed, by this run or by another that came to the same, and is the newest. */
const SIGNED = `EXISTS (SELECT 1 FROM log_checkpoint WHERE log = ?1 AND size = ?2 AND note = ?3)
  AND ?2 = (SELECT MAX(size) FROM log_checkpoint WHERE log = ?1)`;

export const KEEP_TILE = `
INSERT INTO log_tile (log, level, number, first, hashes)
SELECT ?1, ?4, ?5, ?6, ?7
WHERE ${SIGNED}
ON CONFLICT (log, level, number) DO UPDATE SET hashes = excluded.hashes`;

export const KEEP_KEY = `
INSERT INTO log_key (vkey, signed_at)
SELECT ?4, ?5
WHERE ${SIGNED}
ON CONFLICT (vkey) DO NOTHING`;

export const LOG_KEYS = `
SELECT vkey, signed_at AS signedAt
FROM log_key
ORDER BY signed_at
LIMIT 100`;

const Log = z.object({
  number: z.number(),
  origin: z.string(),
  haltedAt: z.number().nullable(),
  haltedBy: Halt.nullable(),
  size: z.number(),
  sequence: z.number(),
  note: z.string().nullable(),
  signedAt: z.number().nullable(),
});

/** A log, the last of its checkpoints, and why it was halted, if it was. `note` is null before the first. */
export type Log = z.infer<typeof Log>;

/** A log of which something is signed. */
export type Signed = Log & { note: string };

/** Says whether anything of a log is signed. */
export const hasSigned = (log: Log | null): log is Signed => log !== null && log.note !== null;

/** Reads a log by its number, or the one that records are sealed into; null before there is any. */
export const readLog = async (db: Database, number?: number): Promise<Log | null> =>
  Log.nullable().parse(
    await db
      .prepare(LOG)
      .bind(number ?? null)
      .first(),
  );

const CheckpointRow = z.object({ size: z.number(), note: z.string() });

/** Reads what was signed of a size; null where that never was. */
export const readCheckpointOf = async (
  db: Database,
  log: number,
  size: number,
): Promise<z.infer<typeof CheckpointRow> | null> =>
  CheckpointRow.nullable().parse(await db.prepare(CHECKPOINT).bind(log, size).first());

const HASH_BYTES = 32;

const hashesIn = (bytes: Uint8Array): Hash[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_, index) =>
    Uint8Array.from(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)),
  );

const Row = z.object({
  level: z.number(),
  number: z.number(),
  first: z.number().nullable(),
  hashes: z.array(z.number()).transform((bytes) => hashesIn(Uint8Array.from(bytes))),
});

/** A tile as it is kept: `first` is the sequence of the first record in one of level 0. */
export type KeptTile = Tile & { first: number | null };

/** Reads tiles of a log, without those that have not begun. */
export const readTiles = async (
  db: Database,
  log: number,
  places: readonly Pick<Tile, 'level' | 'number'>[],
): Promise<KeptTile[]> => {
  const { results } = await db.prepare(TILES).bind(log, JSON.stringify(places)).all();
  return parseRows(Row, results);
};

/** Where a tile begins: its number, and the sequence of its first record. */
const Place = z.object({ number: z.number(), first: z.number() });

/** Finds the tile in which a record's hash is, if the log has got to it. */
export const tileOfRecord = async (
  db: Database,
  log: number,
  sequence: number,
): Promise<z.infer<typeof Place> | null> =>
  Place.nullable().parse(await db.prepare(TILE_OF_RECORD).bind(log, sequence).first());

/** Makes the statement that starts the first log, or another after one that was halted, `after`. */
export const startLog = (
  db: Database,
  { number, origin, after }: { number: number; origin: string; after: number | null },
  now: number,
): D1PreparedStatement => db.prepare(START_LOG).bind(number, origin, now, after);

/** Notes why a log is halted. */
export const haltLog = (db: Database, number: number, why: Halt, now: number) =>
  db.prepare(HALT_LOG).bind(number, now, why);

/** What a log is to grow by: a new checkpoint, and the tiles behind it. */
export type Growth = {
  size: number;
  sequence: number;
  note: string;
  vkeys: readonly string[];
  tiles: readonly KeptTile[];
};

/** Keeps a new checkpoint and its tiles in one go; false where another run has sealed in between. */
export const growLog = async (
  db: Database,
  { number, size: before }: Log,
  { size, sequence, note, vkeys, tiles }: Growth,
  now: number,
): Promise<boolean> => {
  const [signed] = await db.batch([
    db.prepare(SIGN).bind(number, size, sequence, note, now, before),
    ...tiles.map((tile) => {
      const bytes = Uint8Array.from(tile.hashes.flatMap((hash) => [...hash]));
      return db
        .prepare(KEEP_TILE)
        .bind(number, size, note, tile.level, tile.number, tile.first, bytes.buffer);
    }),
    ...vkeys.map((vkey) => db.prepare(KEEP_KEY).bind(number, size, note, vkey, now)),
  ]);
  return signed?.meta.changes === 1;
};

const KeyRow = z.object({ vkey: z.string(), signedAt: z.number() });

/** Reads the public keys that have signed, the oldest first. */
export const readKeys = async (db: Database): Promise<{ vkey: string; signedAt: number }[]> =>
  parseRows(KeyRow, (await db.prepare(LOG_KEYS).all()).results);

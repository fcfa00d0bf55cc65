import type { Halt } from '../contract/log.ts';
import { type LedgerRecord, lastSequence, recordsFrom } from '../ledger/store.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { publicUrl } from '../platform/public-url.ts';
import { logKeys } from '../platform/signing/keys.ts';
import { checkpointText } from '../proof/checkpoint.ts';
import { signNote, vkeyOf } from '../proof/note.ts';
import { type Hash, isSameHash, rootOf } from '../proof/tree.ts';
import { leafOf } from './entry.ts';
import { halt } from './halt.ts';
import { logSigners } from './keys.ts';
import { originOf } from './origin.ts';
import { faultByCopy, isAhead, keepCopy, readCopy } from './outside.ts';
import {
  growLog,
  type KeptTile,
  type Log,
  type Growth as LogGrowth,
  readLog,
  readTiles,
  startLog,
} from './store.ts';
import { append, growing, type ReadTile, subtreesIn, TILE } from './tiles.ts';

/** So many records are sealed in one run of the schedule. */
const SLICE = 1000;

/** Who seals, and when. */
type Sealing = Pick<Caller, 'env' | 'db' | 'now'>;

/** Reads the log to go on with, and starts the first. */
const openLog = async ({ db, now }: Sealing, url: string): Promise<Log | null> => {
  const log = await readLog(db);
  if (log) return log;
  await startLog(db, { number: 1, origin: originOf(url, 1), after: null }, now).run();
  return readLog(db);
};

const leavesOf = (records: readonly LedgerRecord[]): Promise<Hash[]> =>
  Promise.all(records.map(({ content }) => leafOf(content)));

/** A tile that was read, or one that has not begun. */
const readerOf =
  (tiles: readonly Pick<KeptTile, 'level' | 'number' | 'hashes'>[]): ReadTile =>
  async (level, number) =>
    tiles.findLast((tile) => tile.level === level && tile.number === number)?.hashes ?? [];

/** Says whether the records of a tile, from its first on, are those that its hashes were made of. */
const isUnchanged = async (db: Database, { first, hashes }: KeptTile): Promise<boolean> => {
  const leaves = await leavesOf(await recordsFrom(db, (first ?? 0) - 1, hashes.length));
  return (
    leaves.length === hashes.length &&
    leaves.every((leaf, index) => isSameHash(leaf, hashes[index] ?? new Uint8Array()))
  );
};

/** The tiles to look at again before a log grows: where it goes on, and another, each in its turn. */
const suspects = async (db: Database, log: Log, edges: readonly KeptTile[]) => {
  const whole = Math.floor(log.size / TILE);
  const turn =
    whole > 0 ? await readTiles(db, log.number, [{ level: 0, number: log.size % whole }]) : [];
  return [...edges, ...turn].filter(({ level }) => level === 0);
};

/** Says why a log cannot continue automatically: the ledger has lost records that were signed, or holds others. */
const findFault = async (
  db: Database,
  log: Log,
  newest: number,
  edges: readonly KeptTile[],
): Promise<Halt | null> => {
  if (newest < log.sequence) return 'shorter';
  const checked = await Promise.all(
    (await suspects(db, log, edges)).map((tile) => isUnchanged(db, tile)),
  );
  return checked.every(Boolean) ? null : 'changed';
};

/** Makes what a log grows by with new records, and signs it. */
const growthBy = async (
  { env }: Pick<Sealing, 'env'>,
  log: Log,
  edges: readonly KeptTile[],
  records: readonly LedgerRecord[],
) => {
  const leaves = await leavesOf(records);
  const changed = await append(readerOf(edges), log.size, leaves);
  const size = log.size + leaves.length;
  const root = await rootOf(subtreesIn(readerOf([...edges, ...changed])), size);
  const signers = await logSigners(env, log.origin);
  const text = checkpointText({ origin: log.origin, size, root });
  const firstOf = (level: number, number: number): number | null =>
    level > 0
      ? null
      : (edges.find((edge) => edge.level === 0 && edge.number === number)?.first ??
        records[number * TILE - log.size]?.sequence ??
        null);
  return {
    size,
    sequence: records.at(-1)?.sequence ?? log.sequence,
    note: await signNote(text, signers),
    vkeys: signers.map(({ verifier }) => vkeyOf(verifier)),
    tiles: changed.map(({ level, number, hashes }) => ({
      level,
      number,
      hashes,
      first: firstOf(level, number),
    })),
  };
};

/** Makes what a log grows by with the records that are new, or says why it cannot. */
const grow = async (sealing: Sealing, log: Log, newest: number): Promise<Halt | LogGrowth> => {
  const { db } = sealing;
  const edges = await readTiles(db, log.number, growing(log.size));
  const fault = await findFault(db, log, newest, edges);
  if (fault) return fault;
  return growthBy(sealing, log, edges, await recordsFrom(db, log.sequence, SLICE));
};

/**
 * Seals the records that are new: hashes them into the log's tree and signs its new root, at most a slice in a
 * run. Before, it looks whether the ledger still is what was signed, and whether the log agrees with its copy
 * outside of the database, and halts the log for good where it does not: a log never signs two trees that do not
 * agree. Without `LOG_KEYS` or `PUBLIC_URL` nothing is sealed.
 */
export const sealRecords = async (sealing: Sealing): Promise<void> => {
  const { env, db, now } = sealing;
  const url = publicUrl(env);
  if (!url || logKeys(env).length === 0) return;
  const log = await openLog(sealing, url);
  if (!log || log.haltedAt !== null) return;
  const [copy, newest] = await Promise.all([readCopy(env), lastSequence(db)]);
  const fault = copy && (await faultByCopy(db, log, copy));
  if (fault) {
    // Another run may have signed, and kept its copy, since the log was read: the copy is compared with the log of now.
    const latest = await readLog(db, log.number);
    const faultNow = latest && (await faultByCopy(db, latest, copy));
    if (faultNow) await halt(db, log.number, faultNow, now);
    return;
  }
  if (newest === log.sequence) {
    if (log.note !== null && isAhead(log, copy)) await keepCopy(env, log.note, copy);
    return;
  }
  const growth = await grow(sealing, log, newest);
  if (typeof growth === 'string') return halt(db, log.number, growth, now);
  if (await growLog(db, log, growth, now)) await keepCopy(env, growth.note, copy);
};

import type { ProofFile } from '../contract/proof.ts';
import { countBetween } from '../ledger/store.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { signNote } from '../proof/note.ts';
import { writeTlogProof } from '../proof/tlog-proof.ts';
import { inclusionProof } from '../proof/tree.ts';
import { type Unsigned, wholeText } from '../proof/whole.ts';
import { logSigners } from './keys.ts';
import { type Log, readKeys, readLog, readTiles, tileOfRecord } from './store.ts';
import { type ReadTile, subtreesIn, TILE } from './tiles.ts';

/** Reads tiles as they are needed, each once. */
const lazily = (db: Database, log: number): ReadTile => {
  const known = new Map<string, ReturnType<ReadTile>>();
  const read: ReadTile = async (level, number) =>
    (await readTiles(db, log, [{ level, number }]))[0]?.hashes ?? [];
  return (level, number) => {
    const place = `${level}/${number}`;
    const tile = known.get(place) ?? read(level, number);
    known.set(place, tile);
    return tile;
  };
};

/** Finds which entry of the log a record is; null where it is not sealed yet. */
const indexOf = async (db: Database, log: Log, sequence: number): Promise<number | null> => {
  if (sequence > log.sequence) return null;
  const tile = await tileOfRecord(db, log.number, sequence);
  if (!tile) return null;
  return tile.number * TILE + (await countBetween(db, tile.first, sequence));
};

/** Proves that a record is in the log, as the newest checkpoint has it; null until it is sealed. */
const proofOf = async (
  db: Database,
  log: Log,
  read: ReadTile,
  sequence: number,
): Promise<string | null> => {
  const index = await indexOf(db, log, sequence);
  if (index === null || log.note === null) return null;
  const path = await inclusionProof(subtreesIn(read), index, log.size);
  return writeTlogProof({ index, path, checkpoint: log.note });
};

/** What the log says of some records: its name, its keys, and a proof of each, null while it is not sealed. */
export type Proofs = Pick<ProofFile, 'origin' | 'keys'> & { proofs: (string | null)[] };

/** Proves that records are in the log, as it is now; `sequences` are theirs. */
export const proofsOf = async (db: Database, sequences: readonly number[]): Promise<Proofs> => {
  const [log, keys] = await Promise.all([readLog(db), readKeys(db)]);
  const read = lazily(db, log?.number ?? 0);
  return {
    origin: log?.origin ?? null,
    keys: keys.map(({ vkey }) => vkey),
    proofs: await Promise.all(
      sequences.map((sequence) => (log ? proofOf(db, log, read, sequence) : null)),
    ),
  };
};

/** Has the log sign a proof file as a whole; it stays unsigned where there is no log, or no key. */
export const signFile = async (env: Env, file: Unsigned): Promise<ProofFile> => {
  const signers = file.origin === null ? [] : await logSigners(env, file.origin);
  const signature = signers.length > 0 ? await signNote(await wholeText(file), signers) : null;
  return { ...file, signature };
};

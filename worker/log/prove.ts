import type { ProofFile } from '../contract/proof.ts';
import { countBetween } from '../ledger/store.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { toBase64 } from '../proof/base64.ts';
import type { Growth } from '../proof/growth.ts';
import { signNote } from '../proof/note.ts';
import { writeTlogProof } from '../proof/tlog-proof.ts';
import { consistencyProof, inclusionProof } from '../proof/tree.ts';
import { type Unsigned, wholeText } from '../proof/whole.ts';
import { readSetting } from '../settings/store.ts';
import { logSigners } from './keys.ts';
import { lazily } from './read.ts';
import { readCosignatures, readLastTimestamp, readTimestampOf, type Stamped } from './seen.ts';
import {
  hasSigned,
  type Log,
  readCheckpointOf,
  readKeys,
  readLog,
  type Signed,
  tileOfRecord,
} from './store.ts';
import { subtreesIn, TILE } from './tiles.ts';

/** Finds which entry of the log a record is; null where it is not sealed yet. */
const indexOf = async (db: Database, log: Log, sequence: number): Promise<number | null> => {
  if (sequence > log.sequence) return null;
  const tile = await tileOfRecord(db, log.number, sequence);
  if (!tile) return null;
  return tile.number * TILE + (await countBetween(db, tile.first, sequence));
};

/** A checkpoint to prove records by, with what witnesses signed of it, and its timestamp if it has one. */
type Witnessed = { size: number; checkpoint: string; token: string | null };

/**
 * Finds the checkpoint to prove an entry by: the first with a timestamp that it is in, which says the most of when it
 * was recorded, or else the newest. Each is read once.
 */
const checkpointsOf = (db: Database, log: Signed) => {
  const last = readLastTimestamp(db, log.number);
  const known = new Map<number, Promise<Witnessed>>();
  const read = async (found: Signed | Stamped): Promise<Witnessed> => ({
    size: found.size,
    checkpoint: `${found.note}${await readCosignatures(db, log.number, found.size)}`,
    token: 'token' in found ? toBase64(found.token) : null,
  });
  return async (index: number): Promise<Witnessed> => {
    const isStamped = index < ((await last)?.size ?? 0);
    const found = (isStamped ? await readTimestampOf(db, log.number, index) : null) ?? log;
    const checkpoint = known.get(found.size) ?? read(found);
    known.set(found.size, checkpoint);
    return checkpoint;
  };
};

/** A record's proof, and the timestamp of the checkpoint that it is by, if that has one. */
type Proof = { proof: string; token: string | null };

/** Makes what proves that records are in the log; null of one that is not sealed yet. */
const proverOf = (db: Database, log: Signed) => {
  const read = lazily(db, log.number);
  const checkpointOf = checkpointsOf(db, log);
  return async (sequence: number): Promise<Proof | null> => {
    const index = await indexOf(db, log, sequence);
    if (index === null) return null;
    const { size, checkpoint, token } = await checkpointOf(index);
    const path = await inclusionProof(subtreesIn(read), index, size);
    return { proof: writeTlogProof({ index, path, checkpoint }), token };
  };
};

/** Shows that the log of one size begins with that of another; null where it was not signed with both. */
export const growthBetween = async (
  db: Database,
  log: number,
  old: number,
  size: number,
): Promise<Growth | null> => {
  const [earlier, later] = await Promise.all([
    readCheckpointOf(db, log, old),
    readCheckpointOf(db, log, size),
  ]);
  if (!earlier || !later || old > size) return null;
  const path = await consistencyProof(subtreesIn(lazily(db, log)), old, size);
  return { old, path, checkpoint: later.note };
};

/** What the log says of some records: its name, its keys and witnesses, and a proof of each, null while it is not sealed. */
export type Proofs = Pick<ProofFile, 'origin' | 'keys' | 'witnesses' | 'timestamps'> & {
  proofs: (string | null)[];
};

/** Proves that records are in the log, as it is now; `sequences` are theirs. */
export const proofsOf = async (db: Database, sequences: readonly number[]): Promise<Proofs> => {
  const [log, keys, { witnesses }] = await Promise.all([
    readLog(db),
    readKeys(db),
    readSetting(db, 'log'),
  ]);
  const prove = hasSigned(log) ? proverOf(db, log) : null;
  const proofs = await Promise.all(sequences.map((sequence) => prove?.(sequence)));
  return {
    origin: log?.origin ?? null,
    keys: keys.map(({ vkey }) => vkey),
    witnesses: witnesses.map(({ vkey }) => vkey),
    timestamps: [...new Set(proofs.flatMap((each) => each?.token ?? []))],
    proofs: proofs.map((each) => each?.proof ?? null),
  };
};

/** Has the log sign a proof file as a whole; it stays unsigned where there is no log, or no key. */
export const signFile = async (env: Env, file: Unsigned): Promise<ProofFile> => {
  const signers = file.origin === null ? [] : await logSigners(env, file.origin);
  const signature = signers.length > 0 ? await signNote(await wholeText(file), signers) : null;
  return { ...file, signature };
};

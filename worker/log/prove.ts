import type { RecordProof } from '../contract/people.ts';
import type { ProofFile } from '../contract/proof.ts';
import { statementContent } from '../ledger/statement.ts';
import { countBetween } from '../ledger/store.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
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

type Proven = Pick<RecordProof, 'sequence' | 'content' | 'sha256' | 'subject'>;

/** Makes the file that proves records, with what was shown for them, and has the log sign it as a whole. */
export const proofFileOf = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  records: readonly Proven[],
): Promise<ProofFile> => {
  const shown = new Set(records.flatMap(({ content }) => content.statement ?? []));
  const reading = [...shown].map(async (sha256) => ({
    sha256,
    content: (await statementContent(db, sha256)) ?? '',
  }));
  const [log, keys, statements] = await Promise.all([
    readLog(db),
    readKeys(db),
    Promise.all(reading),
  ]);
  const read = lazily(db, log?.number ?? 0);
  const file: Unsigned = {
    format: 'samtykke-proof@1',
    origin: log?.origin ?? null,
    keys: keys.map(({ vkey }) => vkey),
    records: await Promise.all(
      records.map(async ({ sequence, content, sha256, subject }) => ({
        content,
        sha256,
        salt: subject?.salt ?? null,
        proof: log ? await proofOf(db, log, read, sequence) : null,
      })),
    ),
    statements,
  };
  const signers = log ? await logSigners(env, log.origin) : [];
  const signature = signers.length > 0 ? await signNote(await wholeText(file), signers) : null;
  return { ...file, signature };
};

// The log's last checkpoint outside of the database, in R2 where it is bound: what is restored there or rewritten,
// its own checkpoints among it, does not agree with it.
import type { Halt } from '../contract/log.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { SECOND } from '../platform/time.ts';
import { answered } from '../platform/within.ts';
import { type Checkpoint, checkpointIn } from '../proof/checkpoint.ts';
import { isSameHash, rootOf } from '../proof/tree.ts';
import { numberOf } from './origin.ts';
import { lazily } from './read.ts';
import type { Log } from './store.ts';
import { subtreesIn } from './tiles.ts';

const PATIENCE_MS = 10 * SECOND;
const NAME = 'log/checkpoint';

/** A copy of a checkpoint, by the log's number; `version` is the copy's own. */
export type Copy = Checkpoint & { number: number; version: string };

type Bucket = Pick<Env, 'FILES'>;

/**
 * Reads the copy; null where there is none yet, or nowhere to keep it. Throws where it does not answer or cannot be
 * read: nothing is signed that it might contradict.
 */
export const readCopy = async ({ FILES: bucket }: Bucket): Promise<Copy | null> => {
  const found = await answered(PATIENCE_MS, Promise.resolve(bucket?.get(NAME)));
  if (!found) return null;
  const checkpoint = checkpointIn(await answered(PATIENCE_MS, found.text()));
  const number = checkpoint && numberOf(checkpoint.origin);
  if (!checkpoint || number === null) throw new Error('The copy of the log cannot be read.');
  return { ...checkpoint, number, version: found.etag };
};

/**
 * Puts what was signed last in the place of a copy, where that still is the one that was read: of two schedules
 * the later one may have been quicker.
 */
export const keepCopy = async (
  { FILES: bucket }: Bucket,
  note: string,
  before: Copy | null,
): Promise<void> => {
  const onlyIf = before ? { etagMatches: before.version } : { etagDoesNotMatch: '*' };
  await answered(PATIENCE_MS, Promise.resolve(bucket?.put(NAME, note, { onlyIf })));
};

/** Says whether what is signed goes beyond its copy, as after one that could not be kept. */
export const isAhead = (log: Log, copy: Copy | null): boolean =>
  log.note !== null && (!copy || copy.number < log.number || copy.size < log.size);

/**
 * Says why a log cannot go on by its copy: the copy has more, as after a restored backup, or other records than the
 * log has. A copy of a log before it says nothing: that one was halted, and someone has read why.
 */
export const faultByCopy = async (
  db: Database,
  log: Log,
  copy: Checkpoint & { number: number },
): Promise<Halt | null> => {
  if (copy.number < log.number) return null;
  if (copy.number > log.number || copy.size > log.size) return 'behind';
  const last = log.note === null ? null : checkpointIn(log.note);
  const root =
    last?.size === copy.size
      ? last.root
      : await rootOf(subtreesIn(lazily(db, log.number)), copy.size);
  return isSameHash(root, copy.root) ? null : 'changed';
};

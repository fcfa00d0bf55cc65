// Between which numbers those are who became known in a while: people are numbered as they become known.
import type { Database } from '../platform/database.ts';
import { lastBefore, SKEW_MS } from '../platform/halving.ts';

/** The greatest number that JavaScript, SQLite and D1 have alike. */
export const EVER = Number.MAX_SAFE_INTEGER;

/** The number of the last person who was known before ?1. */
export const NUMBER_BEFORE = lastBefore('person', 'created_at', '?1');

/** Between which numbers those are who became known in a while (UTC ms): after the first, and up to the last. */
export const numbersOf = async (
  db: Database,
  { since, until }: { since: number; until: number },
): Promise<{ after: number; last: number }> => {
  const before = async (time: number): Promise<number> =>
    (await db.prepare(NUMBER_BEFORE).bind(time).first<number>('number')) ?? 0;
  const [after, last] = await Promise.all([
    since > 0 ? before(since - SKEW_MS) : 0,
    until < EVER ? before(until + SKEW_MS) : EVER,
  ]);
  return { after, last };
};

// Between which numbers those are who became known in a while: people are numbered as they become known.
import type { Database } from '../platform/database.ts';
import { HOUR } from '../platform/time.ts';

/** The greatest number that JavaScript, SQLite and D1 have alike. */
export const EVER = Number.MAX_SAFE_INTEGER;

const MIDDLE = '(low + high + 1) / 2';

/** Whether the last person up to the middle was known before ?1; so is nobody at all. */
const IS_BEFORE = `COALESCE(
    (SELECT created_at FROM person WHERE number <= ${MIDDLE} ORDER BY number DESC LIMIT 1) < ?1, 1)`;

/**
 * The number of the last person who was known before ?1. People are numbered as they become known, so that halves
 * tell it, by a few rows each.
 */
export const NUMBER_BEFORE = `
WITH RECURSIVE half (low, high) AS (
  SELECT 0, COALESCE((SELECT MAX(number) FROM person), 0)
  UNION ALL
  SELECT iif(${IS_BEFORE}, ${MIDDLE}, low), iif(${IS_BEFORE}, high, ${MIDDLE} - 1)
  FROM half
  WHERE low < high
)
SELECT low AS number
FROM half
WHERE low = high`;

/** So far apart may be the clocks of two Workers, and when they begin and end a batch. */
const SKEW_MS = HOUR;

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

import { HOUR } from './time.ts';

/** So far apart may be the clocks of two Workers, and when they begin and end a batch. */
export const SKEW_MS = HOUR;

const MIDDLE = '(low + high + 1) / 2';

/**
 * Makes the query for the number of a table's last row from before a moment. Its rows are numbered as they come, give
 * or take the skew of clocks, so that halves tell it by a few rows each.
 */
export const lastBefore = (table: string, column: string, moment: string): string => {
  // Of the last row up to the middle; where there is none, there is none at all before it.
  const isBefore = `COALESCE(
    (SELECT ${column} FROM ${table} WHERE number <= ${MIDDLE} ORDER BY number DESC LIMIT 1) < ${moment}, 1)`;
  return `
WITH RECURSIVE half (low, high) AS (
  SELECT 0, COALESCE((SELECT MAX(number) FROM ${table}), 0)
  UNION ALL
  SELECT iif(${isBefore}, ${MIDDLE}, low), iif(${isBefore}, high, ${MIDDLE} - 1)
  FROM half
  WHERE low < high
)
SELECT low AS number
FROM half
WHERE low = high`;
};

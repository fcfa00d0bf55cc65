import { z } from 'zod';
import type { Database } from '../platform/database.ts';

/** How far the counts have come, and how far they could. Each end by its primary key. */
export const BEHIND = `
SELECT c.occasion, c.person,
  (SELECT MAX(number) FROM occasion) AS lastOccasion,
  (SELECT MAX(number) FROM person) AS lastPerson
FROM counted c
WHERE c.one = 1`;

/** Nothing is counted twice: each adds only while the counts have come exactly to ?1. */
const NOT_YET = '(SELECT occasion FROM counted WHERE one = 1) = ?1';

export const FOLD_STANDINGS = `
INSERT INTO counted_standing (item, decision, count)
SELECT item, decision, SUM(change)
FROM (
  SELECT item, decision, 1 AS change FROM uncounted WHERE occasion <= ?2
  UNION ALL
  SELECT item, decision_before, -1 FROM uncounted WHERE occasion <= ?2 AND decision_before IS NOT NULL
)
WHERE ${NOT_YET}
GROUP BY item, decision
ON CONFLICT DO UPDATE SET count = count + excluded.count`;

export const FOLD_WORDINGS = `
INSERT INTO counted_wording (item, statement, count)
SELECT item, shown, SUM(change)
FROM (
  SELECT item, COALESCE(statement, 0) AS shown, 1 AS change
  FROM uncounted
  WHERE occasion <= ?2 AND kind = 'purpose' AND decision IN (1, 3)
  UNION ALL
  SELECT item, COALESCE(statement_before, 0), -1
  FROM uncounted
  WHERE occasion <= ?2 AND kind = 'purpose' AND decision_before IN (1, 3)
)
WHERE ${NOT_YET}
GROUP BY item, shown
ON CONFLICT DO UPDATE SET count = count + excluded.count`;

export const FOLD_RECORDS = `
INSERT INTO counted_record (item, day, decision, counted_as, count)
SELECT item, day, decision, counted_as, COUNT(*)
FROM uncounted
WHERE occasion <= ?2 AND ${NOT_YET}
GROUP BY item, day, decision, counted_as
ON CONFLICT DO UPDATE SET count = count + excluded.count`;

export const MOVE = `
UPDATE counted
SET occasion = ?2, person = ?3,
  people = people + (SELECT COUNT(*) FROM person WHERE number > counted.person AND number <= ?3)
WHERE one = 1 AND occasion = ?1`;

const Row = z.object({
  occasion: z.number(),
  person: z.number(),
  lastOccasion: z.number().nullable(),
  lastPerson: z.number().nullable(),
});

const SLICE = 10_000;
const MOST_SLICES = 10;

/** Adds the next slice to the counts; false where they have come to the end. */
const foldSlice = async (db: Database): Promise<boolean> => {
  const { occasion, person, lastOccasion, lastPerson } = Row.parse(
    await db.prepare(BEHIND).first(),
  );
  const toOccasion = Math.min(lastOccasion ?? 0, occasion + SLICE);
  const toPerson = Math.max(person, Math.min(lastPerson ?? 0, person + SLICE));
  if (toOccasion === occasion && toPerson === person) return false;
  await db.batch([
    ...[FOLD_STANDINGS, FOLD_WORDINGS, FOLD_RECORDS].map((sql) =>
      db.prepare(sql).bind(occasion, toOccasion),
    ),
    db.prepare(MOVE).bind(occasion, toOccasion, toPerson),
  ]);
  return true;
};

/**
 * Brings the counts up to date with the ledger. What is shown is exact without it, and reads what is not yet
 * counted; with nothing new it writes nothing.
 */
export const foldCounts = async (db: Database): Promise<void> => {
  for (let slice = 0; slice < MOST_SLICES; slice += 1) if (!(await foldSlice(db))) return;
};

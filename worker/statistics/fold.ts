import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { DAY } from '../platform/time.ts';

/** How far the counts have come, and how far they could. Each end by its primary key. */
export const BEHIND = `
SELECT c.occasion, c.person, c.day,
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
  SELECT item, before, -1 FROM uncounted WHERE occasion <= ?2 AND before IS NOT NULL
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
  WHERE occasion <= ?2 AND decision IN (1, 3)
  UNION ALL
  SELECT item, COALESCE(statement_before, 0), -1
  FROM uncounted
  WHERE occasion <= ?2 AND before IN (1, 3)
)
WHERE item IN (SELECT code FROM item WHERE kind = 'purpose') AND ${NOT_YET}
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

/** Of each form the days after ?1 up to ?2, which nothing is added to any more. Uses the primary keys. */
export const FOLD_FORMS = `
INSERT INTO counted_form (form, submissions)
SELECT f.key, SUM(c.count)
FROM form f
CROSS JOIN form_count c ON c.form = f.key AND c.day > ?1 AND c.day <= ?2 AND c.what = 'submitted'
WHERE (SELECT day FROM counted WHERE one = 1) = ?1
GROUP BY f.key
ON CONFLICT DO UPDATE SET submissions = submissions + excluded.submissions`;

export const MOVE_DAY = 'UPDATE counted SET day = ?2 WHERE one = 1 AND day = ?1';

const Row = z.object({
  day: z.string(),
  occasion: z.number(),
  person: z.number(),
  lastOccasion: z.number().nullable(),
  lastPerson: z.number().nullable(),
});

type Behind = z.infer<typeof Row>;

const SLICE = 10_000;
const MOST_SLICES = 10;
/** A day's counts are final once no time zone is in it any more, and no request of it under way. */
const FINAL_MS = 3 * DAY;
/** So few are sooner read than folded: each fold writes some ten rows. */
const FEW = 25;

const readBehind = async (db: Database): Promise<Behind> =>
  Row.parse(await db.prepare(BEHIND).first());

/** Adds the submissions of the days that are over to the forms, once a day. */
const foldDays = async (db: Database, { day }: Behind): Promise<void> => {
  const final = new Date(Date.now() - FINAL_MS).toISOString().slice(0, 10);
  if (final <= day) return;
  await db.batch([FOLD_FORMS, MOVE_DAY].map((sql) => db.prepare(sql).bind(day, final)));
};

/** Adds the next slice to the counts; false where what is left is too little. */
const foldSlice = async (
  db: Database,
  { occasion, person, lastOccasion, lastPerson }: Behind,
  least: number,
): Promise<boolean> => {
  const toOccasion = Math.min(lastOccasion ?? 0, occasion + SLICE);
  const toPerson = Math.max(person, Math.min(lastPerson ?? 0, person + SLICE));
  if (Math.max(toOccasion - occasion, toPerson - person) < least) return false;
  await db.batch([
    ...[FOLD_STANDINGS, FOLD_WORDINGS, FOLD_RECORDS].map((sql) =>
      db.prepare(sql).bind(occasion, toOccasion),
    ),
    db.prepare(MOVE).bind(occasion, toOccasion, toPerson),
  ]);
  return true;
};

/**
 * Brings the counts up to date with the ledger, where at least so many acts or people are not in them yet. What is
 * shown is exact without it, and reads what is not yet counted; with nothing new it writes nothing.
 */
export const foldCounts = async (db: Database, least = FEW): Promise<void> => {
  const first = await readBehind(db);
  await foldDays(db, first);
  let behind = first;
  for (let slice = 0; slice < MOST_SLICES; slice += 1) {
    if (!(await foldSlice(db, behind, least))) return;
    behind = await readBehind(db);
  }
};

import { z } from 'zod';
import type { DueNoticesQuery } from '../../contract/notices.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';
import { DAY } from '../../platform/time.ts';

/** The number of the person ?2, who may have been erased since the page before; 0 without one. */
const AFTER = `COALESCE((SELECT number FROM person WHERE id = ?2), (SELECT number FROM former_person WHERE id = ?2), 0)`;

/** In the order of deadlines, and then of numbers. Uses due_notice_by_time, and of each row the people in it. */
export const DUE_NOTICES = `
SELECT p.id AS person, u.source, u.due_at AS dueAt, p.email
FROM due_notice u
CROSS JOIN person p ON p.number >= iif(u.due_at = +?1, MAX(u.first, ${AFTER} + 1), u.first) AND p.number <= u.last
WHERE u.due_at >= ?1
ORDER BY u.due_at, u.last, p.number
LIMIT ?3`;

/** Counted by the day as they come and go; of the day that is not over, row by row. Uses due_notice_by_time. */
const dueBefore = (moment: string): string => `(
    (SELECT COALESCE(SUM(count), 0) FROM due_notice_count WHERE day < ${moment} / ${DAY})
    + (SELECT COALESCE(SUM(last - first + 1), 0) FROM due_notice WHERE due_at >= ${moment} / ${DAY} * ${DAY} AND due_at < ${moment}))`;

export const COUNT = `
SELECT
  (SELECT COALESCE(SUM(count), 0) FROM due_notice_count) AS count,
  ${dueBefore('?1')} AS late,
  ${dueBefore('?2')} AS soon`;

const Row = z.object({
  person: z.string(),
  source: z.string(),
  dueAt: z.number(),
  email: z.string(),
});

/** Reads who has not been notified yet, the earliest deadline first, and records that they were shown. */
export const readDueNotices = async (caller: Caller, after: DueNoticesQuery, limit: number) => {
  const [, { results }] = await Promise.all([
    audit(caller, { act: 'notices.read', object: 'due-notices' }).run(),
    caller.db.prepare(DUE_NOTICES).bind(after.dueAt, after.person, limit).all(),
  ]);
  return parseRows(Row, results);
};

const CountRow = z.object({ count: z.number(), late: z.number(), soon: z.number() });

/** Counts the people not yet notified, those whose deadline has passed, and those whose passes within some time. */
export const countDueNotices = async (db: Database, now: number, within: number) =>
  CountRow.parse(
    await db
      .prepare(COUNT)
      .bind(now, now + within)
      .first(),
  );

import { z } from 'zod';
import type { DueNoticesQuery } from '../../contract/notices.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { DAY } from '../../platform/time.ts';

/** Uses due_notice_by_time. */
export const DUE_NOTICES = `
SELECT u.person, u.source, u.due_at AS dueAt, p.email
FROM due_notice u
JOIN person p ON p.id = u.person
WHERE (u.due_at, u.person) > (?1, ?2)
ORDER BY u.due_at, u.person
LIMIT ?3`;

/** Counted by the day as they come and go; of the day that is not over, one by one. Uses due_notice_by_time. */
const dueBefore = (moment: string): string => `(
    (SELECT COALESCE(SUM(count), 0) FROM due_notice_count WHERE day < ${moment} / ${DAY})
    + (SELECT COUNT(*) FROM due_notice WHERE due_at >= ${moment} / ${DAY} * ${DAY} AND due_at < ${moment}))`;

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
  return z.array(Row).parse(results);
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

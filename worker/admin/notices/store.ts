import { z } from 'zod';
import type { DueNoticesQuery } from '../../contract/notices.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';

/** Uses due_notice_by_time. */
export const DUE_NOTICES = `
SELECT u.person, u.source, u.due_at AS dueAt, p.email
FROM due_notice u
JOIN person p ON p.id = u.person
WHERE (u.due_at, u.person) > (?1, ?2)
ORDER BY u.due_at, u.person
LIMIT ?3`;

export const COUNT = `
SELECT
  (SELECT COUNT(*) FROM (SELECT 1 FROM due_notice LIMIT 10000)) AS count,
  (SELECT COUNT(*) FROM (SELECT 1 FROM due_notice WHERE due_at < ?1 LIMIT 10000)) AS late`;

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

const CountRow = z.object({ count: z.number(), late: z.number() });

/** Counts the people not yet notified, and those past the legal deadline, up to ten thousand. */
export const countDueNotices = async (db: Database, now: number) =>
  CountRow.parse(await db.prepare(COUNT).bind(now).first());

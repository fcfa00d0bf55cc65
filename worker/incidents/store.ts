// What people report that may be a data breach, before it is a case.
import { z } from 'zod';
import { BreachReport, type BreachReportBody } from '../contract/breach.ts';
import { insertEmails, joinUsers, TO_USERS } from '../outbox/queue.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { HOUR } from '../platform/time.ts';

/** So many that nobody has dealt with are kept at once: more say nothing new, and anyone may write them. */
const MOST_OPEN = 200;

/** Uses breach_report_open. */
export const WRITE_REPORT = `
INSERT INTO breach_report (id, text, happened, contact, reported_by, reported_at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM breach_report WHERE closed_at IS NULL LIMIT ${MOST_OPEN})) < ${MOST_OPEN}`;

/** To each user who handles breaches; one an hour, however many reports come. Uses outbox_by_recipient. */
export const WRITE_EMAILS = `${insertEmails(
  'breach-reported',
  {
    ...TO_USERS,
    facts: { report: 'r.id' },
    now: '?2',
  },
  `FROM breach_report r
${joinUsers('breach')}
WHERE r.id = +?1
  AND NOT EXISTS (SELECT 1 FROM outbox o
    WHERE o.recipient = u.email AND o.created_at > ?2 - ${HOUR} AND o.template = 'breach-reported')`,
)}
RETURNING id`;

/** Whether a report is there, or nobody has dealt with it yet, as conditions of an audit entry. */
export const IS_REPORTED = 'EXISTS (SELECT 1 FROM breach_report WHERE id = ?7)';
export const IS_OPEN = 'EXISTS (SELECT 1 FROM breach_report WHERE id = ?7 AND closed_at IS NULL)';

const Queued = z.array(z.object({ id: z.string() }));

const REPORT = `
SELECT id, text, happened, contact, reported_by AS reportedBy, reported_at AS reportedAt, closed_at AS closedAt, breach
FROM breach_report`;

/** Uses breach_report_open. */
export const OPEN_REPORTS = `${REPORT}
WHERE closed_at IS NULL
ORDER BY reported_at
LIMIT ${MOST_OPEN}`;

export const REPORT_BY_ID = `${REPORT}
WHERE id = ?1`;

export const CLOSE_REPORT = `
UPDATE breach_report
SET closed_at = ?2, breach = ?3
WHERE id = ?1 AND closed_at IS NULL`;

/** Uses breach_report_closed. */
export const FORGET_REPORTS = `
DELETE FROM breach_report
WHERE id IN (SELECT id FROM breach_report WHERE closed_at < ?1 ORDER BY closed_at LIMIT ?2)`;

/** Keeps a report and emails those who handle breaches, in one batch with what `also` makes; null where too many wait already. */
export const takeReport = async (
  { db, now, later, post }: Pick<Caller, 'db' | 'now' | 'later' | 'post'>,
  { text, happened, contact }: BreachReportBody,
  reportedBy: string,
  also: (id: string) => D1PreparedStatement[] = () => [],
): Promise<string | null> => {
  const id = crypto.randomUUID();
  const [written, emails] = await db.batch([
    db.prepare(WRITE_REPORT).bind(id, text, happened, contact, reportedBy, now),
    db.prepare(WRITE_EMAILS).bind(id, now),
    ...also(id),
  ]);
  for (const { id: email } of Queued.parse(emails?.results)) later(() => post(email));
  return written?.meta.changes ? id : null;
};

/** Reads the reports that nobody has dealt with, the oldest first. */
export const readOpenReports = async (db: Database): Promise<BreachReport[]> =>
  parseRows(BreachReport, (await db.prepare(OPEN_REPORTS).all()).results);

/** Reads a report; null where there is none. */
export const readReport = async (db: Database, id: string): Promise<BreachReport | null> => {
  const row = await db.prepare(REPORT_BY_ID).bind(id).first();
  return row && BreachReport.parse(row);
};

/** Makes the statement that closes a report, with the case that was opened from it if there is one. */
export const closeReport = (
  db: Database,
  id: string,
  breach: string | null,
  now: number,
): D1PreparedStatement => db.prepare(CLOSE_REPORT).bind(id, now, breach);

/** Forgets reports that were closed before a moment; returns how many. */
export const forgetReports = async (db: Database, before: number, limit: number): Promise<number> =>
  (await db.prepare(FORGET_REPORTS).bind(before, limit).run()).meta.changes;

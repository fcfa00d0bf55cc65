import type { BreachReport, BreachReportBody } from '../../contract/breach.ts';
import {
  closeReport,
  IS_OPEN,
  IS_REPORTED,
  readReport,
  takeReport,
} from '../../incidents/store.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readSetting } from '../../settings/store.ts';

/** A report, as the audit log names it. */
const nameOf = (id: string): string => `breach-report/${id}`;

/** Reads a report; throws 404 where there is none. */
export const requireReport = async (db: Database, id: string): Promise<BreachReport> => {
  const report = await readReport(db, id);
  if (!report) throw new ProblemError('not-found', { detail: 'There is no such report.' });
  return report;
};

/** Takes a report of a user or a program, where staff may report; throws 409 where they may not, or too many wait. */
export const reportBreach = async (caller: Caller, body: BreachReportBody): Promise<string> => {
  if ((await readSetting(caller.db, 'breach-reports')) === 'off')
    throw new ProblemError('conflict', { detail: 'Reporting data breaches is switched off.' });
  const id = await takeReport(caller, body, caller.actor, (report) => [
    auditWhere(caller, { act: 'breach.report', object: nameOf(report) }, IS_REPORTED, report),
  ]);
  if (id === null)
    throw new ProblemError('conflict', { detail: 'Too many reports are waiting already.' });
  return id;
};

/** Makes the statements that close a report, as a case if one was opened from it; nothing where it is closed. */
export const settling = (
  caller: Pick<Caller, 'db' | 'actor' | 'now'>,
  id: string,
  breach: string | null,
): D1PreparedStatement[] => [
  auditWhere(
    caller,
    { act: 'breach.report-close', object: nameOf(id), after: { breach } },
    IS_OPEN,
    id,
  ),
  closeReport(caller.db, id, breach, caller.now),
];

/** Closes a report, as a case if one was opened from it; throws 409 where it is closed already. */
export const settleReport = async (
  caller: Caller,
  id: string,
  breach: string | null,
): Promise<void> => {
  await requireReport(caller.db, id);
  const [, closed] = await caller.db.batch(settling(caller, id, breach));
  if (!closed?.meta.changes)
    throw new ProblemError('conflict', { detail: 'The report is closed already.' });
};

import type { BreachReport, BreachReportBody } from '../../contract/breach.ts';
import { closeReport, readReport, takeReport } from '../../incidents/store.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readSetting } from '../../settings/store.ts';

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
  const id = await takeReport(caller, body, caller.actor);
  if (id === null)
    throw new ProblemError('conflict', { detail: 'Too many reports are waiting already.' });
  await audit(caller, { act: 'breach.report', object: `breach-report/${id}` }).run();
  return id;
};

/** Closes a report, as a case if one was opened from it. */
export const settleReport = async (
  caller: Caller,
  id: string,
  breach: string | null,
): Promise<void> => {
  await requireReport(caller.db, id);
  const after = { breach };
  await caller.db.batch([
    closeReport(caller.db, id, breach, caller.now),
    audit(caller, { act: 'breach.report-close', object: `breach-report/${id}`, after }),
  ]);
};

import type { Job, NewJobBody, Orders } from '../../contract/jobs.ts';
import { isForgotten, withoutTyped } from '../../contract/search.ts';
import { countPeople } from '../../people/search.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Database, isUnique } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { dropImport } from './import-draft.ts';
import { checkMayRun, checkYes } from './orders.ts';
import { runJob } from './run.ts';
import { IN_STATE, readJob, setState, writeJob } from './store.ts';
import { countUndoing, undoneJob } from './undo.ts';

/** How many people a job would be about; 404 or 409 where what it is to undo cannot be undone. */
const totalOf = async (db: Database, { filter, orders }: NewJobBody): Promise<number> =>
  orders.kind === 'undo'
    ? countUndoing(db, (await undoneJob(db, orders.job)).id)
    : countPeople(db, filter);

/** Writes what begins a job; 409 where someone has begun to undo the same job in the meantime. */
const writeBegun = async (db: Database, statements: D1PreparedStatement[]): Promise<void> => {
  try {
    await db.batch(statements);
  } catch (error) {
    if (!isUnique(error, 'job.undoes')) throw error;
    throw new ProblemError('conflict', { detail: 'It is undone already.' });
  }
};

/** Orders as the audit log has them: what was written for people stays with the job and its records. */
const withoutWords = (orders: Orders) => {
  const words = new Set(['comment', 'facts', 'translations', 'header', 'file']);
  return Object.fromEntries(Object.entries(orders).filter(([name]) => !words.has(name)));
};

/**
 * Begins work over everybody who fits a filter, or undoes another job. 409 where the number is another than the
 * dry run said: look once more.
 */
export const beginJob = async (caller: Caller, body: NewJobBody): Promise<string> => {
  const { filter, orders, expected } = body;
  await checkMayRun(caller, orders);
  const { db, actor, now, later } = caller;
  await checkYes(db, orders);
  const total = await totalOf(db, body);
  if (total !== expected)
    throw new ProblemError('conflict', {
      detail: `It would be ${total} people now, not ${expected}. Look once more.`,
    });
  const id = crypto.randomUUID();
  await writeBegun(db, [
    writeJob(db, { id, state: 'running', filter, orders, total, actor, createdAt: now }),
    audit(caller, {
      act: `${orders.kind}.begin`,
      object: `job/${id}`,
      after: { filter: withoutTyped(filter), orders: withoutWords(orders), total },
    }),
  ]);
  later(() => runJob(caller, id));
  return id;
};

const jobOf = async (caller: Caller, id: string): Promise<Job> => {
  const job = await readJob(caller.db, id);
  if (!job) throw new ProblemError('not-found', { detail: 'There is no such job.' });
  await checkMayRun(caller, job.orders);
  return job;
};

/** Stops a job after the slice that it is at; what was done stays done. A draft is dropped. */
export const stopJob = async (caller: Caller, id: string): Promise<void> => {
  const job = await jobOf(caller, id);
  if (job.state === 'draft') return dropImport(caller, job);
  const act = { act: `${job.kind}.stop`, object: `job/${id}` };
  await caller.db.batch([
    auditWhere(caller, act, IN_STATE, id, 'running'),
    setState(caller.db, id, 'running', 'stopped'),
  ]);
};

/** Goes on with a job that was stopped or has failed, where it left off. */
export const resumeJob = async (caller: Caller, id: string): Promise<void> => {
  const { db, later } = caller;
  const { state, kind, undoneBy, filter } = await jobOf(caller, id);
  if (undoneBy) throw new ProblemError('conflict', { detail: 'It is undone already.' });
  if (state !== 'stopped' && state !== 'failed')
    throw new ProblemError('conflict', { detail: 'It was not stopped.' });
  if (isForgotten(filter))
    throw new ProblemError('conflict', {
      detail: 'It has failed, and whom it was for is not kept. Begin another one.',
    });
  const act = { act: `${kind}.resume`, object: `job/${id}` };
  await db.batch([
    auditWhere(caller, act, IN_STATE, id, state),
    setState(db, id, state, 'running'),
  ]);
  later(() => runJob(caller, id));
};

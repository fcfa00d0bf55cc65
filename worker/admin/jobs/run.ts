import { z } from 'zod';
import type { Job } from '../../contract/jobs.ts';
import { OutOfQueries } from '../../platform/budget.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Database, isUnique } from '../../platform/database.ts';
import { forEach } from '../../platform/each.ts';
import { withoutContacts } from '../../platform/email.ts';
import { isOutage } from '../../platform/problems/of-error.ts';
import { SECOND } from '../../platform/time.ts';
import { foldCounts } from '../../statistics/fold.ts';
import { isOutdated } from './hold.ts';
import { importSlice } from './import-slice.ts';
import { breachSlice, deleteSlice, emailSlice, noticeSlice, updateSlice } from './slices.ts';
import {
  doSlice,
  failing,
  forgetTyped,
  freeJobs,
  lease,
  readJob,
  release,
  type SliceDone,
} from './store.ts';
import { undoSlice } from './undo.ts';

/** What work on a job needs: its actor and its rights were those of anyone who began it. */
type Runner = Pick<Caller, 'env' | 'db'>;

/** A runner that dies loses its job after this long, and another goes on. */
const LEASE_MS = 20 * SECOND;
/** A runner works for so long, and leaves the rest to the next. */
const BUDGET_MS = 25 * SECOND;
/** D1 answers 1,000 queries to one invocation, of which others are for what it does besides. */
const MOST_QUERIES = 600;
/** So many queries a slice takes besides the statements that it writes: with what counts them. */
const QUERIES_A_SLICE = 20;

/** What the next slice of a job is to write. */
const sliceOf = (runner: Runner, job: Job, now: number): Promise<SliceDone> => {
  const { orders } = job;
  switch (orders.kind) {
    case 'bulk-update':
      return updateSlice(runner.db, job, orders, now);
    case 'bulk-delete':
      return deleteSlice(runner, job, orders, now);
    case 'consent-renewal':
      return emailSlice(runner.db, job, 'purpose-changed', { purpose: orders.purpose }, now);
    case 'breach-notice':
      return breachSlice(runner.db, job, orders, now);
    case 'notice':
      return noticeSlice(runner.db, job, now);
    case 'import':
      return importSlice(runner, job, orders, now);
    case 'undo':
      return undoSlice(runner.db, job, orders, now);
  }
};

/** Reads a job to work on; one of another version of Samtykke has failed, so that nobody tries it again. */
const readRunning = async (db: Database, id: string): Promise<Job | null> => {
  try {
    return await readJob(db, id);
  } catch (error) {
    if (error instanceof z.ZodError)
      await failing(db, id, 'It is of another version of Samtykke.').run();
    throw error;
  }
};

/**
 * Works on a job for a while, slice by slice, each in one batch with its mark. Two runners never do the
 * same slice, and one that dies midway leaves nothing half done.
 */
export const runJob = async (runner: Runner, id: string): Promise<void> => {
  const { db } = runner;
  const began = Date.now();
  if (!(await lease(db, id, began, began + LEASE_MS))) return;
  for (let queries = 0; queries < MOST_QUERIES && Date.now() - began < BUDGET_MS; ) {
    const job = await readRunning(db, id);
    if (job?.state !== 'running') break;
    const now = Date.now();
    try {
      const slice = await sliceOf(runner, job, now);
      queries += QUERIES_A_SLICE + slice.statements.length;
      await doSlice(db, job, slice, now + LEASE_MS);
      await foldCounts(db);
    } catch (error) {
      if (isUnique(error, 'job_slice.cursor')) return;
      // The slice is read again, with those who fit now.
      if (isOutdated(error)) continue;
      if (error instanceof OutOfQueries) throw error;
      // The lease ends, and another runner tries again once the database answers.
      if (isOutage(error)) return;
      console.error('job', job.kind, error instanceof Error ? error.name : 'error');
      const why = error instanceof Error ? error.message.slice(0, 200) : 'error';
      await db.batch([failing(db, id, withoutContacts(why)), forgetTyped(db, job)]);
      return;
    }
  }
  await release(db, id);
};

/** Goes on with jobs that nobody works on. */
export const runJobs = async (runner: Runner & Pick<Caller, 'now'>): Promise<void> => {
  const ids = await freeJobs(runner.db, runner.now);
  await forEach(
    'job',
    ids,
    (id) => id,
    (id) => runJob(runner, id),
  );
};

import { v4 } from 'uuid';
import { z } from 'zod';
import { countPeople, PeopleFilter } from '../../people/search.ts';
import type { Acting } from '../../platform/acting.ts';
import { writeAct } from '../../platform/audit.ts';
import type { LaterWork } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { Env } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { forgetAllRows } from './import-store.ts';
import { Orders, rightOf } from './orders.ts';
import { runJob } from './run.ts';
import { type Job, readJob, setState, writeJob } from './store.ts';

/** `POST /v1/jobs`: over whom, what, and how many the dry run counted, so that nobody is surprised. */
export const NewJobBody = z.strictObject({
  filter: PeopleFilter,
  orders: Orders,
  expected: z.int().min(0),
});
export type NewJobBody = z.infer<typeof NewJobBody>;

/** Throws 403, audited, where somebody lacks the right that such a job needs. */
export const checkMayRun = async (
  db: Database,
  { actor, rights }: Acting,
  { kind }: Pick<Orders, 'kind'>,
): Promise<void> => {
  const right = rightOf[kind];
  if (rights.includes(right)) return;
  await writeAct(db, { actor, act: 'denied', object: right }).run();
  throw new ProblemError('forbidden', { detail: `This needs the right "${right}".` });
};

/**
 * Begins work over everybody who fits a filter. 409 where the number is another than the dry run said:
 * look once more.
 */
export const beginJob = async (
  env: Env,
  acting: Acting,
  { filter, orders, expected }: NewJobBody,
  later: LaterWork,
): Promise<string> => {
  await checkMayRun(env.DB, acting, orders);
  const total = await countPeople(env.DB, filter);
  if (total !== expected)
    throw new ProblemError('conflict', {
      detail: `It would be ${total} people now, not ${expected}. Look once more.`,
    });
  const id = v4();
  const { actor } = acting;
  await env.DB.batch([
    writeJob(env.DB, { id, state: 'running', filter, orders, total, actor }),
    writeAct(env.DB, {
      ...{ actor, act: `${orders.kind}.begin`, object: `job/${id}` },
      after: { filter, orders, total },
    }),
  ]);
  later(runJob(env, id));
  return id;
};

const jobOf = async (db: Database, acting: Acting, id: string): Promise<Job> => {
  const job = await readJob(db, id);
  if (!job) throw new ProblemError('not-found', { detail: 'There is no such job.' });
  await checkMayRun(db, acting, job.orders);
  return job;
};

/** Stops a job after the slice that it is at; what was done stays done. */
export const stopJob = async (db: Database, acting: Acting, id: string): Promise<void> => {
  const job = await jobOf(db, acting, id);
  await db.batch([
    setState(db, id, job.state === 'draft' ? 'draft' : 'running', 'stopped'),
    ...(job.state === 'draft' ? [forgetAllRows(db, id)] : []),
    writeAct(db, { actor: acting.actor, act: `${job.kind}.stop`, object: `job/${id}` }),
  ]);
};

/** Goes on with a job that was stopped or has failed, where it left off. */
export const resumeJob = async (
  env: Env,
  acting: Acting,
  id: string,
  later: LaterWork,
): Promise<void> => {
  const job = await jobOf(env.DB, acting, id);
  if (job.state !== 'stopped' && job.state !== 'failed')
    throw new ProblemError('conflict', { detail: 'It was not stopped.' });
  await env.DB.batch([
    setState(env.DB, id, job.state, 'running'),
    writeAct(env.DB, { actor: acting.actor, act: `${job.kind}.resume`, object: `job/${id}` }),
  ]);
  later(runJob(env, id));
};

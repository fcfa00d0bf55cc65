import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Job, JobDryRun, JobDryRunBody, Jobs, NewJobBody } from '../../contract/jobs.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { beginJob, resumeJob, stopJob } from './begin.ts';
import { dryRunJob } from './dry-runs.ts';
import { readJob, readJobs } from './store.ts';

/** Work over many people, in slices; each kind needs its own right (see `rightOf`). */
export const jobRoutes = new Hono<App>()
  .use(requires('bulk-update', 'bulk-delete', 'people-register', 'breach'))
  .post(
    '/dry-runs',
    operation({
      id: 'dryRunJob',
      summary: 'Preview a job',
      description:
        'Counts the people who match a filter, and what would come of them. Changes nothing. For `undo`, which takes no filter, the people whom the job was about. People are shown only with the right `people-read`.',
      answers: { 200: JobDryRun },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    json(JobDryRunBody),
    async (c) => c.json(await dryRunJob(callerOf(c), c.req.valid('json'))),
  )
  .post(
    '/',
    operation({
      id: 'beginJob',
      summary: 'Start a job',
      description:
        'Each kind needs its own right. Returns `conflict` if the number of people has changed since the preview.',
      answers: { 201: Made },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    json(NewJobBody),
    async (c) => c.json({ id: await beginJob(callerOf(c), c.req.valid('json')) }, 201),
  )
  .get(
    '/',
    operation({ id: 'listJobs', summary: 'List jobs', answers: { 200: Jobs } }),
    async (c) => c.json({ jobs: await readJobs(c.get('db')) }),
  )
  .get(
    '/:id',
    operation({
      id: 'readJob',
      summary: 'Read a job',
      description: 'Including its progress.',
      answers: { 200: Job },
      problems: ['not-found'],
    }),
    async (c) => {
      const job = await readJob(c.get('db'), c.req.param('id'));
      if (!job) throw new ProblemError('not-found', { detail: 'There is no such job.' });
      return c.json(job);
    },
  )
  .post(
    '/:id/stop',
    operation({
      id: 'stopJob',
      summary: 'Stop a job',
      description: 'After the current slice. What is done stays done.',
      answers: { 200: Nothing },
      problems: ['not-found'],
    }),
    async (c) => {
      await stopJob(callerOf(c), c.req.param('id'));
      return c.json({});
    },
  )
  .post(
    '/:id/resume',
    operation({
      id: 'resumeJob',
      summary: 'Resume a job',
      description: 'Continues a stopped or failed job where it left off.',
      answers: { 200: Nothing },
      problems: ['not-found', 'conflict'],
    }),
    async (c) => {
      await resumeJob(callerOf(c), c.req.param('id'));
      return c.json({});
    },
  );

import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { NewJobBody } from '../../contract/jobs.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { countPeople, searchPeople } from '../../people/search.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { beginJob, resumeJob, stopJob } from './begin.ts';
import { readJob, readJobs } from './store.ts';

const SAMPLE = 20;

/**
 * Work over many people, in slices; each kind needs its own right (see `rightOf`).
 * - `POST /v1/jobs/dry-runs`: a `PeopleFilter`; answers `{count, sample}` and writes nothing
 * - `POST /v1/jobs`: begins a `NewJobBody`; 201 `{id}`. 409 where the number has changed since the dry run
 * - `GET /v1/jobs`, `GET /v1/jobs/{id}`: what there is, and how far it is
 * - `POST /v1/jobs/{id}/stop`, `POST /v1/jobs/{id}/resume`: after the slice that it is at, and from there
 */
export const jobRoutes = new Hono<App>()
  .use(requires('bulk-update', 'bulk-delete', 'people-register', 'breach'))
  .post('/dry-runs', async (c) => {
    const filter = parse(PeopleFilter, await c.req.json().catch(() => undefined));
    const [count, { people }] = await Promise.all([
      countPeople(c.get('db'), filter),
      searchPeople(c.get('db'), filter, '', SAMPLE),
    ]);
    return c.json({ count, sample: people });
  })
  .post('/', async (c) => {
    const body = parse(NewJobBody, await c.req.json().catch(() => undefined));
    return c.json({ id: await beginJob(callerOf(c), body) }, 201);
  })
  .get('/', async (c) => c.json({ jobs: await readJobs(c.get('db')) }))
  .get('/:id', async (c) => {
    const job = await readJob(c.get('db'), c.req.param('id'));
    if (!job) throw new ProblemError('not-found', { detail: 'There is no such job.' });
    return c.json(job);
  })
  .post('/:id/stop', async (c) => {
    await stopJob(callerOf(c), c.req.param('id'));
    return c.json({});
  })
  .post('/:id/resume', async (c) => {
    await resumeJob(callerOf(c), c.req.param('id'));
    return c.json({});
  });

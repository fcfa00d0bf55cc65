import { env } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { runJobs } from '../../../../worker/admin/jobs/run.ts';
import { as, theSystem } from '../../builders.ts';
import { draft } from './drafting.ts';

const Jobs = z.object({ jobs: z.array(z.object({ id: z.string() })) });

test('a job of another version fails, and holds up neither the others nor their list', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const id = crypto.randomUUID();
  await env.DB.prepare(
    `INSERT INTO job (id, kind, state, filter, orders, total, actor, created_at)
    VALUES (?1, 'of-a-later-version', 'running', '{}', '{}', 1, 'system', 0)`,
  )
    .bind(id)
    .run();
  const other = await draft('email\nanna@example.com\n');
  await env.DB.prepare("UPDATE job SET state = 'running' WHERE id = ?1").bind(other.id).run();

  await expect(runJobs(theSystem())).rejects.toMatchObject({ name: 'SomeFailed' });
  expect(log.mock.calls).toEqual([['job', id, 'ZodError']]);
  const states = await env.DB.prepare('SELECT id, state FROM job WHERE id IN (?1, ?2)')
    .bind(id, other.id)
    .all<{ id: string; state: string }>();
  expect(Object.fromEntries(states.results.map((job) => [job.id, job.state]))).toEqual({
    [id]: 'failed',
    [other.id]: 'done',
  });
  await runJobs(theSystem());

  const { jobs } = Jobs.parse(await (await (await as(['bulk-update'])).get('/v1/jobs')).json());
  expect(jobs.map((job) => job.id)).toContain(other.id);
  expect(jobs.map((job) => job.id)).not.toContain(id);
  log.mockRestore();
});

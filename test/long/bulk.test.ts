import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Everything, runEverything } from '../running.ts';

const ROWS = 100_000;

let everything: Everything;
beforeAll(async () => {
  everything = await runEverything({ vars: { ENVIRONMENT: 'development' } });
});
afterAll(() => everything.stop());

const Job = z.object({
  state: z.string(),
  seen: z.number(),
  changed: z.number(),
  error: z.string().nullable(),
});

const call = async (method: string, path: string, body?: string): Promise<unknown> => {
  const answer = await fetch(`${everything.worker}${path}`, {
    method,
    headers: { Authorization: `Bearer ${everything.token}` },
    body,
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

const jobOf = async (id: string) => Job.parse(await call('GET', `/v1/jobs/${id}`));

/** Knocks as Cloudflare's schedule does, until a job has looked at so many. */
const until = async (id: string, seen: number): Promise<void> => {
  for (;;) {
    const job = await jobOf(id);
    if (job.error) throw new Error(job.error);
    if (job.state === 'done' || job.seen >= seen) return;
    await fetch(`${everything.worker}/cdn-cgi/local/scheduled`).catch(() => undefined);
  }
};

/** Runs a job, kills the Worker in the middle, and lets it go on. */
const killedInTheMiddle = async (id: string): Promise<void> => {
  await until(id, ROWS / 4);
  const knock = fetch(`${everything.worker}/cdn-cgi/local/scheduled`).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await everything.killWorker();
  await knock;
  await everything.startWorker();
  await until(id, Number.POSITIVE_INFINITY);
};

const count = async (filter: object): Promise<number> => {
  const orders = { kind: 'bulk-delete', reason: 'other', comment: 'Counted only.' };
  const answer = await call('POST', '/v1/jobs/dry-runs', JSON.stringify({ filter, orders }));
  return z.object({ count: z.number() }).parse(answer).count;
};

test('an import of 100,000 rows is killed in the middle, goes on, and registers each row once', async () => {
  const csv = `email,name\n${Array.from({ length: ROWS }, (_, at) => `row-${at}@example.com,N${at}`).join('\n')}`;
  const query = new URLSearchParams({
    source: 'import',
    legalBasis: '61A',
    comment: 'The old tool.',
  });
  const { id } = z
    .object({ id: z.string() })
    .parse(await call('POST', `/v1/imports?${query}`, csv));
  const mapping = { columns: ['email', 'name'], purposes: ['e-marketing'] };
  await call('POST', `/v1/imports/${id}/begin`, JSON.stringify(mapping));
  await killedInTheMiddle(id);
  expect(await jobOf(id)).toMatchObject({ state: 'done', seen: ROWS, changed: ROWS });
  expect(await count({ email: 'row-' })).toBe(ROWS);
  expect(await count({ purpose: 'e-marketing', decision: 'given' })).toBe(ROWS);
}, 900_000);

test('a bulk update of 100,000 people is killed in the middle, goes on, and writes one record each', async () => {
  const filter = { email: 'row-' };
  const orders = {
    kind: 'bulk-update',
    purpose: 'e-marketing',
    decision: 'withdrawn',
    legalBasis: '61A',
    source: 'manual',
    comment: 'The list was bought.',
  };
  const body = JSON.stringify({ filter, orders, expected: ROWS });
  const { id } = z.object({ id: z.string() }).parse(await call('POST', '/v1/jobs', body));
  await killedInTheMiddle(id);
  expect(await jobOf(id)).toMatchObject({ state: 'done', seen: ROWS });
  expect(await count({ purpose: 'e-marketing', decision: 'withdrawn' })).toBe(ROWS);
  const ledger = await fetch(`${everything.worker}/v1/exports/records?format=ndjson`, {
    headers: { Authorization: `Bearer ${everything.token}` },
  });
  const lines = (await ledger.text())
    .split('\n')
    .filter((line) => line.includes('"decision":"withdrawn"'));
  expect(lines).toHaveLength(ROWS);
}, 900_000);

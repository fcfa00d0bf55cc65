import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { Key, Locale } from '../../contract/words.ts';
import { laterOf, originOf } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { RegisteringBody } from '../people/register.ts';
import { beginImport, draftImport, dryRun } from './import-draft.ts';
import { readProblems } from './import-store.ts';
import { Column, type ImportOrders } from './orders.ts';
import { runJob } from './run.ts';
import { type Job, readJob } from './store.ts';

/** The query of `POST /v1/imports`. */
const Query = RegisteringBody.extend({
  locale: Locale.default('en'),
  name: z.string().max(200).default(''),
});

/** What a file's columns hold, and for which purposes its people are kept. */
export const Mapping = z.strictObject({
  columns: z.array(Column).min(1).max(100),
  purposes: z.array(Key).max(20).default([]),
});

export type Mapping = z.infer<typeof Mapping>;

/** The draft of an import, whose rows still wait; 404 for anything else. */
export const draftOf = async (
  db: Database,
  id: string,
): Promise<Job & { orders: ImportOrders }> => {
  const job = await readJob(db, id);
  if (job?.state !== 'draft' || job.orders.kind !== 'import')
    throw new ProblemError('not-found', { detail: 'There is no such draft.' });
  return { ...job, orders: job.orders };
};

/**
 * People from a file; needs the right `people-register`.
 * - `POST /v1/imports?source=&legalBasis=&comment=&locale=`: a CSV file with a header; 201
 *   `{id, header, columns}`, of which `columns` is a guess. Nothing is imported yet.
 * - `POST /v1/imports/{id}/dry-run`: a `Mapping`; what would come of it, row by row. Writes nothing.
 * - `POST /v1/imports/{id}/begin`: a `Mapping`; imports the good rows, as the job of the same id
 * - `GET /v1/imports/{id}/problems`: rows that were left out, with field and code
 */
export const imports = new Hono<App>()
  .use(requires('people-register'))
  .post('/', async (c) => {
    const query = parse(Query, c.req.query());
    const upload = { ...query, text: await c.req.text(), host: originOf(c) };
    const id = await draftImport(c.env, c.get('actor'), upload);
    const { header, columns } = (await draftOf(c.get('db'), id)).orders;
    return c.json({ id, header, columns }, 201);
  })
  .post('/:id/dry-run', async (c) => {
    const mapping = parse(Mapping, await c.req.json().catch(() => undefined));
    const job = await draftOf(c.get('db'), c.req.param('id'));
    return c.json(await dryRun(c.env, job, { ...job.orders, ...mapping }));
  })
  .post('/:id/begin', async (c) => {
    const mapping = parse(Mapping, await c.req.json().catch(() => undefined));
    const job = await draftOf(c.get('db'), c.req.param('id'));
    await beginImport(c.env, c.get('actor'), job, { ...job.orders, ...mapping });
    laterOf(c)(runJob(c.env, job.id));
    return c.json({ id: job.id });
  })
  .get('/:id/problems', async (c) =>
    c.json({ problems: await readProblems(c.get('db'), c.req.param('id'), 10_000) }),
  );

import { Hono } from 'hono';
import { beginImport, draftOf, dropImport, dryRun } from '../../admin/jobs/import-draft.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { attempt, readPosted } from '../kit/posted.ts';
import { mappingErrors, mappingFrom, showColumns } from './columns.tsx';
import { showUpload, upload } from './upload.tsx';

/** Imports people from a file: upload, columns, dry run, import. */
export const importScreens = new Hono<ConsoleApp>()
  .use(screenFor('people-register'))
  .use(screenFor('bulk'))
  .get('/', (c) => showUpload(c))
  .post('/', upload)
  .get('/:id', (c) => showColumns(c))
  .post('/:id', async (c) => {
    const job = await draftOf(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const mapped = await attempt(async () => mappingFrom(job.orders, posted));
    if (!mapped.ok) return showColumns(c, { submitted: { errors: mapped.errors } });
    const mapping = mapped.value;
    const run = await attempt(() => dryRun(callerOf(c), job, mapping));
    if (run.ok) return showColumns(c, { mapping, run: run.value });
    const errors = mappingErrors(c, job.orders, run.errors);
    return showColumns(c, { mapping, submitted: { errors } });
  })
  .post('/:id/begin', async (c) => {
    const job = await draftOf(c.get('db'), c.req.param('id'));
    const mapping = mappingFrom(job.orders, await readPosted(c));
    const begun = await attempt(() => beginImport(callerOf(c), job, mapping));
    if (begun.ok) return c.redirect(`/console/jobs/${job.id}`, 303);
    const errors = mappingErrors(c, job.orders, begun.errors);
    return showColumns(c, { mapping, submitted: { errors } });
  })
  .post('/:id/drop', async (c) => {
    await dropImport(callerOf(c), await draftOf(c.get('db'), c.req.param('id')));
    return redirectWith(c, '/jobs', 'done');
  });

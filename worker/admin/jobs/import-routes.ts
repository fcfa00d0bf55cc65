import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { DryRun, ImportDraft, ImportProblems, ImportQuery, Mapping } from '../../contract/jobs.ts';
import { Made } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { receive } from '../../platform/tables/received.ts';
import { beginImport, draftOf, dryRun } from './import-draft.ts';
import { readProblems } from './import-store.ts';
import { draftImport } from './import-upload.ts';

/** People from a file. */
export const imports = new Hono<App>()
  .use(requires('people-register'))
  .use(requires('bulk'))
  .post(
    '/',
    operation({
      id: 'draftImport',
      summary: 'Upload a file of people',
      description:
        'A CSV file in UTF-8, UTF-16 or Windows-1252, or an Excel workbook (.xlsx), with a header row, at most 30 MB and 200,000 rows; `readAs` says how it was read. Nothing is imported yet; `columns` is a suggestion. A draft that is not started is deleted after 7 days.',
      body: {
        'text/csv': z.string().meta({ examples: ['email,name\nanna@example.com,Anna Holm\n'] }),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': z
          .string()
          .meta({ description: 'A workbook, of which the first sheet is read.', format: 'binary' }),
      },
      answers: { 201: ImportDraft },
      problems: ['invalid-fields'],
    }),
    query(ImportQuery),
    async (c) => {
      const caller = callerOf(c);
      const asked = c.req.valid('query');
      const { id, rows, readAs, orders } = await receive(c.env, c.req.raw.body, (file) =>
        draftImport(caller, { ...asked, file }),
      );
      const { tool, header, columns } = orders;
      return c.json({ id, readAs, rows, tool, header, columns }, 201);
    },
  )
  .post(
    '/:id/dry-run',
    operation({
      id: 'dryRunImport',
      summary: 'Preview an import',
      description: 'Checks every row. Changes nothing.',
      answers: { 200: DryRun },
      problems: ['not-found', 'invalid-fields'],
    }),
    json(Mapping),
    async (c) => {
      const caller = callerOf(c);
      const draft = await draftOf(caller.db, c.req.param('id'));
      return c.json(await dryRun(caller, draft, c.req.valid('json')));
    },
  )
  .post(
    '/:id/begin',
    operation({
      id: 'beginImport',
      summary: 'Start an import',
      description: 'Imports the valid rows, as a job with the same id.',
      answers: { 200: Made },
      problems: ['not-found', 'invalid-fields'],
    }),
    json(Mapping),
    async (c) => {
      const caller = callerOf(c);
      const draft = await draftOf(caller.db, c.req.param('id'));
      await beginImport(caller, draft, c.req.valid('json'));
      return c.json({ id: draft.id });
    },
  )
  .get(
    '/:id/problems',
    operation({
      id: 'listImportProblems',
      summary: 'List the rows and values that were skipped',
      description: 'With row, field and error code, never the contents.',
      answers: { 200: ImportProblems },
    }),
    async (c) => c.json({ problems: await readProblems(c.get('db'), c.req.param('id'), 10_000) }),
  );

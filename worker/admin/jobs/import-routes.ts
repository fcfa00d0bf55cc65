import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { Mapping } from '../../contract/jobs.ts';
import { RegisteringBody } from '../../contract/registering.ts';
import { Locale } from '../../contract/words.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { beginImport, draftImport, draftOf, dryRun } from './import-draft.ts';
import { readProblems } from './import-store.ts';

/** The query of `POST /v1/imports`. */
const Query = RegisteringBody.extend({
  locale: Locale.default('en'),
  name: z.string().max(200).default(''),
});

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
    const caller = callerOf(c);
    const id = await draftImport(caller, { ...query, text: await c.req.text() });
    const { header, columns } = (await draftOf(caller.db, id)).orders;
    return c.json({ id, header, columns }, 201);
  })
  .post('/:id/dry-run', async (c) => {
    const mapping = parse(Mapping, await c.req.json().catch(() => undefined));
    const caller = callerOf(c);
    return c.json(await dryRun(caller, await draftOf(caller.db, c.req.param('id')), mapping));
  })
  .post('/:id/begin', async (c) => {
    const mapping = parse(Mapping, await c.req.json().catch(() => undefined));
    const caller = callerOf(c);
    const draft = await draftOf(caller.db, c.req.param('id'));
    await beginImport(caller, draft, mapping);
    return c.json({ id: draft.id });
  })
  .get('/:id/problems', async (c) =>
    c.json({ problems: await readProblems(c.get('db'), c.req.param('id'), 10_000) }),
  );

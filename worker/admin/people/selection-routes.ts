import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { ListedBody, SelectionBody } from '../../contract/search.ts';
import { selectListed } from '../../people/listed.ts';
import { readSelections, removeSelection, saveSelection } from '../../people/selections.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';

/**
 * Saved filters over people; needs the right `people-read`.
 * - `GET /v1/selections`: `{selections}`
 * - `POST /v1/selections`: saves a `SelectionBody`, or one from addresses (a `ListedBody`), which also
 *   answers how many of them are known (`matched`) and which are not (`unknown`); 201
 * - `DELETE /v1/selections/{id}`: 204
 */
export const selections = new Hono<App>()
  .use(requires('people-read'))
  .get('/', async (c) => c.json({ selections: await readSelections(c.get('db')) }))
  .post('/', async (c) => {
    const json: unknown = await c.req.json().catch(() => undefined);
    if (typeof json === 'object' && json !== null && 'emails' in json) {
      const body = parse(ListedBody, json);
      const { selection, ...found } = await selectListed(callerOf(c), body);
      return c.json({ ...selection, ...found }, 201);
    }
    const body = parse(SelectionBody, json);
    return c.json(await saveSelection(callerOf(c), body), 201);
  })
  .delete('/:id', async (c) => {
    await removeSelection(callerOf(c), c.req.param('id'));
    return c.body(null, 204);
  });

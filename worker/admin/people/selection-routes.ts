import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import {
  ListedBody,
  ListedSelection,
  Selection,
  SelectionBody,
  Selections,
} from '../../contract/search.ts';
import { selectListed } from '../../people/listed.ts';
import { readSelections, removeSelection, saveSelection } from '../../people/selections.ts';
import { operation } from '../../platform/api/operation.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';

/** Saved filters over people. */
export const selections = new Hono<App>()
  .use(requires('people-read'))
  .get(
    '/',
    operation({
      id: 'listSelections',
      summary: 'List saved filters',
      answers: { 200: Selections },
    }),
    async (c) => c.json({ selections: await readSelections(c.get('db')) }),
  )
  .post(
    '/',
    operation({
      id: 'saveSelection',
      summary: 'Save a filter, or a list of addresses',
      description:
        'For a list, also returns how many addresses are known (`matched`) and which are not (`unknown`).',
      body: { 'application/json': z.union([SelectionBody, ListedBody]) },
      answers: { 201: z.union([ListedSelection, Selection]) },
      problems: ['invalid-fields'],
    }),
    async (c) => {
      const body: unknown = await c.req.json().catch(() => undefined);
      if (typeof body === 'object' && body !== null && 'emails' in body) {
        const { selection, ...found } = await selectListed(callerOf(c), parse(ListedBody, body));
        return c.json({ ...selection, ...found }, 201);
      }
      return c.json(await saveSelection(callerOf(c), parse(SelectionBody, body)), 201);
    },
  )
  .delete(
    '/:id',
    operation({
      id: 'deleteSelection',
      summary: 'Delete a saved filter',
      answers: { 204: null },
      problems: ['not-found'],
    }),
    async (c) => {
      await removeSelection(callerOf(c), c.req.param('id'));
      return c.body(null, 204);
    },
  );

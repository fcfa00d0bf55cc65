import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import {
  ListedBody,
  ListedSegment,
  Segment,
  SegmentBody,
  Segments,
} from '../../contract/search.ts';
import { selectListed } from '../../people/listed.ts';
import { readSegments, removeSegment, saveSegment } from '../../people/segments.ts';
import { operation } from '../../platform/api/operation.ts';
import { readBody } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';

/** Saved filters over people. */
export const segments = new Hono<App>()
  .use(requires('people-read'))
  .get(
    '/',
    operation({
      id: 'listSegments',
      summary: 'List saved filters',
      answers: { 200: Segments },
    }),
    async (c) => c.json({ segments: await readSegments(c.get('db')) }),
  )
  .post(
    '/',
    requires('people-register'),
    operation({
      id: 'saveSegment',
      summary: 'Save a filter, or a list of addresses',
      description:
        'For a list, also returns how many addresses are known (`matched`) and which are not (`unknown`).',
      body: { 'application/json': z.union([SegmentBody, ListedBody]) },
      answers: { 201: z.union([ListedSegment, Segment]) },
      problems: ['invalid-fields'],
    }),
    async (c) => {
      const body = await readBody(c);
      if (typeof body === 'object' && body !== null && 'emails' in body) {
        const { segment, ...found } = await selectListed(callerOf(c), parse(ListedBody, body));
        return c.json({ ...segment, ...found }, 201);
      }
      return c.json(await saveSegment(callerOf(c), parse(SegmentBody, body)), 201);
    },
  )
  .delete(
    '/:id',
    requires('people-register'),
    operation({
      id: 'deleteSegment',
      summary: 'Delete a saved filter',
      answers: { 204: null },
      problems: ['not-found'],
    }),
    async (c) => {
      await removeSegment(callerOf(c), c.req.param('id'));
      return c.body(null, 204);
    },
  );

import { Hono } from 'hono';
import { z } from 'zod';
import { Nothing } from '../contract/words.ts';
import { operation } from '../platform/api/operation.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { ProblemError, tryAgainIn } from '../platform/problems/problem.ts';
import { takeEvent } from './events.ts';

/** Seconds after which a tool may send an event again. */
const RETRY_S = 60;

/** What connected tools report of changes there. Each shows by a signature or a secret that it is that tool. */
export const toolEvents = new Hono<App>()
  .get(
    '/:id/events',
    operation({
      id: 'checkToolEvents',
      summary: 'Answer a tool that tries the address',
      answers: { 200: Nothing },
    }),
    (c) => c.json({}),
  )
  .post(
    '/:id/events',
    operation({
      id: 'reportToolEvent',
      summary: 'Report a change at a connected tool',
      description:
        'In the form that the tool has for it. People it names are read again there, so that a late, repeated or forged event changes nothing that is not so.',
      body: { 'application/octet-stream': z.string().meta({ format: 'binary' }) },
      answers: { 200: Nothing },
      problems: ['not-found', 'forbidden', 'unavailable'],
    }),
    async (c) => {
      const body = await c.req.text();
      const taken = await takeEvent(callerOf(c), c.req.param('id'), {
        headers: c.req.raw.headers,
        body,
      });
      if (taken === 'unknown') throw new ProblemError('not-found');
      if (taken === 'forged')
        throw new ProblemError('forbidden', { detail: 'This is not from the tool.' });
      if (taken === 'later') throw tryAgainIn(RETRY_S, 'unavailable');
      return c.json({});
    },
  );

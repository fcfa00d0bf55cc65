import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { ChangesPage, ChangesQuery, FeedBody, FeedState } from '../../contract/events.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { queryLimit } from '../../platform/budget.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { checkFeed, readChanges, readFeed, switchFeed } from './feed.ts';

const NDJSON = 'application/x-ndjson';

/** What a page of the stream asks of D1, and how much of what it answers is for that. */
const QUERIES_A_PAGE = 3;
const SHARE = 0.8;

/**
 * Streams the feed from a sequence to its end, a line an event, as far as the queries of one request go. The last
 * line says where to go on: without it the answer broke off, and the last whole line does.
 */
const streamChanges = (c: AppContext, asked: ChangesQuery): Response => {
  const db = c.get('db');
  const encoder = new TextEncoder();
  let pages = Math.floor((queryLimit(c.env) * SHARE) / QUERIES_A_PAGE);
  let after = asked.after;
  const lines = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { changes, next, more } = await readChanges(db, { ...asked, after, limit: 500 });
      after = next;
      pages -= 1;
      const isLast = !more || pages === 0;
      const end = isLast ? [{ end: true, next, more }] : [];
      const text = [...changes, ...end].map((line) => `${JSON.stringify(line)}\n`).join('');
      controller.enqueue(encoder.encode(text));
      if (isLast) controller.close();
    },
  });
  return c.body(lines, 200, { 'Content-Type': NDJSON });
};

/** What happened since, for programs that ask. */
export const changes = new Hono<App>()
  .get(
    '/',
    requires('changes'),
    operation({
      id: 'readChanges',
      summary: 'Read what has changed',
      description:
        'The events that webhooks get, oldest first, kept for 30 days. Ask again with `after` set to `next`. With `Accept: application/x-ndjson` everything is streamed, an event a line; the last line is `{"end":true,"next":…}`.',
      answers: {
        200: {
          'application/json': ChangesPage,
          [NDJSON]: z.string().meta({ description: 'A `ChangeEvent` a line.' }),
        },
      },
      problems: ['invalid-fields', 'conflict', 'gone'],
    }),
    query(ChangesQuery),
    async (c) => {
      const asked = c.req.valid('query');
      await checkFeed(callerOf(c), asked);
      if (c.req.header('Accept')?.includes(NDJSON)) return streamChanges(c, asked);
      return c.json(await readChanges(c.get('db'), asked));
    },
  )
  .get(
    '/feed',
    requires('changes', 'settings'),
    operation({
      id: 'readFeed',
      summary: 'Read whether the changes feed is on',
      answers: { 200: FeedState },
    }),
    async (c) => c.json(await readFeed(c.get('db'))),
  )
  .put(
    '/feed',
    requires('settings'),
    operation({
      id: 'switchFeed',
      summary: 'Turn the changes feed on or off',
      description: 'It has what happens while it is on, and what happened while a webhook was.',
      answers: { 200: FeedState },
      problems: ['invalid-fields'],
    }),
    json(FeedBody),
    async (c) => c.json(await switchFeed(callerOf(c), c.req.valid('json').on)),
  );

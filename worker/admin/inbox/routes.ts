import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { InboxQuery } from '../../contract/inbox.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { markProcessed, readInbox, retryEmails, takeOver } from './inbox.ts';

/**
 * What was sent in forms; needs the right `people-read`.
 * - `GET /v1/submissions?form=&state=new|failed&before=&id=&limit=`: the newest first, `{submissions}`; the next page
 *   begins with `before` and `id` of the last one
 * - `POST /v1/submissions/{id}/processed`: marks it as processed
 * - `POST /v1/submissions/{id}/retries`: tries its emails again that failed; `{retried}` says how many
 * - `POST /v1/submissions/{id}/taken-over` (right `people-register` too): of a form whose fields somebody looks
 *   at first, keeps them with the person, and marks it processed
 */
export const inbox = new Hono<App>()
  .use(requires('people-read'))
  .get('/', async (c) => {
    const query = parse(InboxQuery, c.req.query());
    return c.json({ submissions: await readInbox(c.get('db'), query) });
  })
  .post('/:id/processed', async (c) => {
    await markProcessed(callerOf(c), c.req.param('id'));
    return c.json({});
  })
  .post('/:id/retries', async (c) => {
    const { id } = c.req.param();
    return c.json({ retried: await retryEmails(callerOf(c), id) });
  })
  .post('/:id/taken-over', requires('people-register'), async (c) => {
    await takeOver(callerOf(c), c.req.param('id'));
    return c.json({});
  });

import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { UntoldQuery } from '../../contract/notices.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { countUntold, readUntold } from './store.ts';

/**
 * `GET /v1/notices?dueAt=&person=` (right `people-read`): who has not been told yet what is kept of them
 * (GDPR art. 14), those due first first; `{people, count, late}`, a hundred a page. The next begins after
 * the last one's `dueAt` and `person`.
 */
export const notices = new Hono<App>().use(requires('people-read')).get('/', async (c) => {
  const after = parse(UntoldQuery, c.req.query());
  const [people, counts] = await Promise.all([
    readUntold(c.get('db'), after, 100),
    countUntold(c.get('db'), Date.now()),
  ]);
  return c.json({ people, ...counts });
});

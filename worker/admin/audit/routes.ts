import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { ActsQuery } from '../../contract/audit.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readActs } from './store.ts';

/**
 * `GET /v1/audit?actor=&act=&object=&before=&limit=` (right `audit`): who did what, the newest first;
 * `{acts, next}`, of which `next` is the `before` of the page after, null on the last.
 */
export const audit = new Hono<App>().use(requires('audit')).get('/', async (c) => {
  const query = parse(ActsQuery, c.req.query());
  const acts = await readActs(c.get('db'), query);
  const last = acts.at(-1);
  return c.json({ acts, next: last && acts.length === query.limit ? last.sequence : null });
});

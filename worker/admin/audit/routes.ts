import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { ActsPage, ActsQuery } from '../../contract/audit.ts';
import { operation } from '../../platform/api/operation.ts';
import { query } from '../../platform/api/valid.ts';
import type { App } from '../../platform/env.ts';
import { readActs } from './store.ts';

export const audit = new Hono<App>().use(requires('audit')).get(
  '/',
  operation({
    id: 'listActs',
    summary: 'List the audit log',
    description: 'Newest first. `next` is the `before` of the next page.',
    answers: { 200: ActsPage },
    problems: ['invalid-fields'],
  }),
  query(ActsQuery),
  async (c) => {
    const asked = c.req.valid('query');
    const acts = await readActs(c.get('db'), asked);
    const last = acts.at(-1);
    return c.json({ acts, next: last && acts.length === asked.limit ? last.sequence : null });
  },
);

import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Upcoming } from '../../contract/retention.ts';
import { operation } from '../../platform/api/operation.ts';
import type { App } from '../../platform/env.ts';
import { readUpcoming } from './keep.ts';

export const retention = new Hono<App>().use(requires('settings')).get(
  '/',
  operation({
    id: 'readUpcoming',
    summary: 'Read what retention will delete',
    answers: { 200: Upcoming },
  }),
  async (c) => c.json(await readUpcoming(c.get('db'), Date.now(), 30)),
);

import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import type { App } from '../../platform/env.ts';
import { readUpcoming } from './keep.ts';

/** `GET /v1/retention` (right `settings`): what will be ended or deleted within 30 days, and why. */
export const retention = new Hono<App>()
  .use(requires('settings'))
  .get('/', async (c) => c.json(await readUpcoming(c.get('db'), Date.now(), 30)));

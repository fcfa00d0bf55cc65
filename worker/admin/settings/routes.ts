import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { readSettings } from '../../settings/store.ts';
import { saveSetting } from './save.ts';

/**
 * What an operator sets for all forms; needs the right `settings`.
 * - `GET /v1/settings`: all of them, by key
 * - `PUT /v1/settings/{key}`: replaces one; the body is its value as JSON
 */
export const settingRoutes = new Hono<App>()
  .use(requires('settings'))
  .get('/', async (c) => c.json(await readSettings(c.get('db'))))
  .put('/:key', async (c) => {
    const value: unknown = await c.req.json().catch(() => undefined);
    return c.json(await saveSetting(callerOf(c), c.req.param('key'), value));
  });

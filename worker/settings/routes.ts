import { Hono } from 'hono';
import { requires } from '../access/guard.ts';
import { writeAct } from '../audit/store.ts';
import { forgetBrand } from '../branding/known.ts';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';
import { parse } from '../problems/zod.ts';
import { isSettingKey, readSetting, readSettings, settings, writeSetting } from './store.ts';

/**
 * What an operator sets for all forms; needs the right `settings`.
 * - `GET /v1/settings`: all of them, by key
 * - `PUT /v1/settings/{key}`: replaces one; the body is its value as JSON
 */
export const settingRoutes = new Hono<App>()
  .use(requires('settings'))
  .get('/', async (c) => c.json(await readSettings(c.env.DB)))
  .put('/:key', async (c) => {
    const key = c.req.param('key');
    if (!isSettingKey(key))
      throw new ProblemError('not-found', { detail: 'There is no such setting.' });
    const value = parse(settings[key], await c.req.json().catch(() => undefined));
    await c.env.DB.batch([
      writeSetting(c.env.DB, key, value),
      writeAct(c.env.DB, {
        actor: c.get('actor'),
        act: 'setting',
        object: key,
        before: await readSetting(c.env.DB, key, settings[key]),
        after: value,
      }),
    ]);
    forgetBrand();
    return c.json(value);
  });

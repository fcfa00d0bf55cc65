import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Settings, SettingValue } from '../../contract/settings.ts';
import { operation } from '../../platform/api/operation.ts';
import { readBody } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { readSettings } from '../../settings/store.ts';
import { saveSetting } from './save.ts';

/** What an operator sets for all forms. */
export const settingRoutes = new Hono<App>()
  .use(requires('settings'))
  .get(
    '/',
    operation({ id: 'readSettings', summary: 'Read all settings', answers: { 200: Settings } }),
    async (c) => c.json(await readSettings(c.get('db'))),
  )
  .put(
    '/:key',
    operation({
      id: 'saveSetting',
      summary: 'Replace a setting',
      body: { 'application/json': SettingValue },
      answers: { 200: SettingValue },
      problems: ['not-found', 'invalid-fields'],
    }),
    async (c) => {
      const value = await readBody(c);
      return c.json(await saveSetting(callerOf(c), c.req.param('key'), value));
    },
  );

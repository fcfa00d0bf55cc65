import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Settings, SettingValue } from '../../contract/settings.ts';
import { seenIn, setTag } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { readBody } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { readSettings } from '../../settings/store.ts';
import { readStanding, saveSettings, settingKey } from './save.ts';

/** What an operator sets for all forms. */
export const settingRoutes = new Hono<App>()
  .use(requires('settings'))
  .get(
    '/',
    operation({ id: 'readSettings', summary: 'Read all settings', answers: { 200: Settings } }),
    async (c) => c.json(await readSettings(c.get('db'))),
  )
  .get(
    '/:key',
    operation({
      id: 'readSetting',
      summary: 'Read a setting',
      answers: { 200: SettingValue },
      problems: ['not-found'],
      edits: 'reads',
    }),
    async (c) => {
      const { value, edit } = await readStanding(c.get('db'), settingKey(c.req.param('key')));
      setTag(c, edit);
      return c.json(value);
    },
  )
  .put(
    '/:key',
    operation({
      id: 'saveSetting',
      summary: 'Replace a setting',
      body: { 'application/json': SettingValue },
      answers: { 200: SettingValue },
      problems: ['not-found', 'invalid-fields'],
      edits: 'saves',
    }),
    async (c) => {
      const key = settingKey(c.req.param('key'));
      await saveSettings(callerOf(c), [{ key, input: await readBody(c), seen: seenIn(c) }]);
      const { value, edit } = await readStanding(c.get('db'), key);
      setTag(c, edit);
      return c.json(value);
    },
  );

import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { type SettingKey, Settings, SettingValue } from '../../contract/settings.ts';
import { readTagged, seenIn } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { readBody } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { readSetting, readSettings } from '../../settings/store.ts';
import { saveSettings, settingEdit, settingKey } from './save.ts';

/** Reads a setting as it stands, with its ETag. */
const answered = (c: AppContext, key: SettingKey): Promise<unknown> =>
  readTagged(c, settingEdit(key), () => readSetting(c.get('db'), key));

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
      return c.json(await answered(c, settingKey(c.req.param('key'))));
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
      return c.json(await answered(c, key));
    },
  );

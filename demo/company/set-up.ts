import { saveTexts } from '../../worker/admin/lists/edit.ts';
import { saveSettings, settingKey } from '../../worker/admin/settings/save.ts';
import type { FormDefinition } from '../../worker/contract/definition.ts';
import { publishForm } from '../../worker/forms/publish.ts';
import { readWholeLists } from '../../worker/lists/whole.ts';
import { owner } from './staff.ts';
import type { Stage } from './stage.ts';

/** Sets the demo up at a time of the past, by the acts behind the API. */
export const byActs = (stage: Stage, demo: string, time: number) => ({
  demo,
  setting: (key: string, value: unknown) =>
    stage.at(time, owner, (caller) =>
      saveSettings(caller, [{ key: settingKey(key), input: value }]),
    ),
  purposes: () => stage.at(time, owner, async ({ db }) => (await readWholeLists(db)).purposes),
  texts: (list: 'purposes' | 'subscription-types', key: string, locale: string, texts: object) =>
    stage.at(time, owner, (caller) => saveTexts(caller, list, key, { [locale]: texts })),
  form: (key: string, definition: FormDefinition) =>
    stage.at(time, owner, (caller) => publishForm(caller, { key, definition })),
});

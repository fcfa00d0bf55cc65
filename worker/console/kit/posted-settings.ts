import { saveSettings, settingEdit } from '../../admin/settings/save.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { SettingKey } from '../../contract/settings.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { savedSetting } from '../../settings/store.ts';
import type { ConsoleContext } from './app.ts';
import { seenOf } from './editable.tsx';
import { type Attempt, attempt, type Posted } from './posted.ts';

/** The settings that a form holds, in its order, not checked yet. */
export type FormSettings = readonly (readonly [key: SettingKey, input: unknown])[];

/** Names the settings of a form among what is edited as a whole, in its order. */
export const editsOf = (settings: FormSettings): string[] =>
  settings.map(([key]) => settingEdit(key));

/** Names the control of an error in a setting. */
type ControlOf = (key: SettingKey, field: string) => string;

/** A setting that is one value, or an entry of a list, has a control of the setting's own name. */
export const settingControl: ControlOf = (key, field) => {
  if (field === '') return key;
  return /^\d+$/.test(field) ? `${key}.${field}` : field;
};

/** Finds what is wrong with settings, each by the control that it is of. */
const errorsIn = async (settings: FormSettings, controlOf: ControlOf): Promise<FieldError[]> => {
  const checked = await Promise.all(
    settings.map(([key, input]) =>
      attempt(
        async () => parse(savedSetting(key), input),
        (field) => controlOf(key, field),
      ),
    ),
  );
  return checked.flatMap((each) => (each.ok ? [] : each.errors));
};

/** Saves the settings that a form holds over the versions that it was made from, all or none. */
export const savePosted = async (
  c: ConsoleContext,
  posted: Posted,
  settings: FormSettings,
  controlOf: ControlOf = settingControl,
): Promise<Attempt<void>> => {
  const errors = await errorsIn(settings, controlOf);
  if (errors.length > 0) return { ok: false, errors };
  const seen = seenOf(posted);
  return attempt(() =>
    saveSettings(
      callerOf(c),
      settings.map(([key, input], at) => ({ key, input, seen: seen[at] })),
    ),
  );
};

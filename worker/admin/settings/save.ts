import type { SettingKey } from '../../contract/settings.ts';
import { TimeZone } from '../../contract/words.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { saveEdits } from '../../platform/edits.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { isSettingKey, readSetting, savedSetting, writeSetting } from '../../settings/store.ts';
import { writeZone } from '../../settings/time-zone.ts';

/** Names a setting among what is edited as a whole. */
export const settingEdit = (key: SettingKey): string => `setting/${key}`;

/** A setting to save: its new value, not checked yet, and the version that its editor saw. */
export type NewSetting = { key: SettingKey; input: unknown; seen?: number | undefined };

/** The setting of this name; throws 404 where there is none. */
export const settingKey = (name: string): SettingKey => {
  if (!isSettingKey(name))
    throw new ProblemError('not-found', { detail: 'There is no such setting.' });
  return name;
};

const statementsOf = (
  caller: Caller,
  key: SettingKey,
  before: unknown,
  value: unknown,
): D1PreparedStatement[] => [
  writeSetting(caller.db, key, value),
  ...(key === 'time-zone' ? writeZone(caller.db, TimeZone.parse(value), caller.now) : []),
  audit(caller, { act: 'setting', object: key, before, after: value }),
];

/**
 * Replaces settings, all or none. Throws 422 for a value that one cannot have, and 412 where someone else has
 * saved one of them since it was seen; what is already as it should be is left alone.
 */
export const saveSettings = async (
  caller: Caller,
  settings: readonly NewSetting[],
): Promise<void> => {
  const wanted = settings.map(({ key, input, seen }) => ({
    key,
    seen,
    value: parse(savedSetting(key), input),
  }));
  const stands = await Promise.all(
    wanted.map(async (one) => ({ ...one, before: await readSetting(caller.db, one.key) })),
  );
  const changed = stands.filter(
    ({ before, value }) => JSON.stringify(before) !== JSON.stringify(value),
  );
  if (changed.length === 0) return;
  await saveEdits(
    caller,
    changed.map(({ key, seen }) => ({ object: settingEdit(key), seen })),
    changed.flatMap(({ key, before, value }) => statementsOf(caller, key, before, value)),
  );
};

import { TimeZone } from '../../contract/words.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { forgetBrand } from '../../settings/known-brand.ts';
import { isSettingKey, readSetting, savedSetting, writeSetting } from '../../settings/store.ts';
import { writeZone } from '../../settings/time-zone.ts';

/** Replaces a setting. 404 where there is none of that name, 422 for a value that it cannot have. */
export const saveSetting = async (
  caller: Caller,
  key: string,
  input: unknown,
): Promise<unknown> => {
  if (!isSettingKey(key))
    throw new ProblemError('not-found', { detail: 'There is no such setting.' });
  const { db, now } = caller;
  const value = parse(savedSetting(key), input);
  const before = await readSetting(db, key);
  if (JSON.stringify(before) === JSON.stringify(value)) return value;
  await db.batch([
    writeSetting(db, key, value),
    ...(key === 'time-zone' ? writeZone(db, TimeZone.parse(value), now) : []),
    audit(caller, { act: 'setting', object: key, before, after: value }),
  ]);
  forgetBrand();
  return value;
};

import { z } from 'zod';
import { type Setting, type SettingKey, settings } from '../contract/settings.ts';
import { OneLine } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';

/** Gives what a setting must be to be saved: stricter than what was saved before and is still read. */
export const savedSetting = (key: SettingKey): z.ZodType =>
  key === 'sender' ? settings.sender.extend({ name: OneLine }) : settings[key];

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key);

export const SETTING = 'SELECT value FROM setting WHERE key = ?1';
export const SETTINGS = 'SELECT key, value FROM setting ORDER BY key';
export const WRITE_SETTING = 'UPDATE setting SET value = ?2 WHERE key = ?1';

const schemas: { [Key in SettingKey]: z.ZodType<Setting<Key>> } = settings;

/** Reads the value of a setting, checked and typed by its own schema. */
export const readSetting = async <Key extends SettingKey>(
  db: Database,
  key: Key,
): Promise<Setting<Key>> => {
  const value = await db.prepare(SETTING).bind(key).first<string>('value');
  return schemas[key].parse(JSON.parse(value ?? 'null'));
};

/** All settings by key. */
export const readSettings = async (db: Database): Promise<Record<string, unknown>> => {
  const { results } = await db.prepare(SETTINGS).all();
  const rows = z.array(z.object({ key: z.string(), value: z.string() })).parse(results);
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
};

export const writeSetting = (db: Database, key: SettingKey, value: unknown): D1PreparedStatement =>
  db.prepare(WRITE_SETTING).bind(key, JSON.stringify(value));

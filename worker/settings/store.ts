import { z } from 'zod';
import { type SettingKey, settings } from '../contract/settings.ts';
import { OneLine } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';

/** Gives what a setting must be to be saved: stricter than what was saved before and is still read. */
export const savedSetting = (key: SettingKey): z.ZodType =>
  key === 'sender' ? settings.sender.extend({ name: OneLine }) : settings[key];

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key);

const SETTING = 'SELECT value FROM setting WHERE key = ?1';
const SETTINGS = 'SELECT key, value FROM setting ORDER BY key';
const WRITE_SETTING = 'UPDATE setting SET value = ?2 WHERE key = ?1';

/** The value of a setting, read with its own schema: `readSetting(db, 'sender', settings.sender)`. */
export const readSetting = async <Schema extends z.ZodType>(
  db: Database,
  key: SettingKey,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const value = await db.prepare(SETTING).bind(key).first<string>('value');
  return schema.parse(JSON.parse(value ?? 'null'));
};

/** All settings by key. */
export const readSettings = async (db: Database): Promise<Record<string, unknown>> => {
  const { results } = await db.prepare(SETTINGS).all();
  const rows = z.array(z.object({ key: z.string(), value: z.string() })).parse(results);
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
};

export const writeSetting = (db: Database, key: SettingKey, value: unknown): D1PreparedStatement =>
  db.prepare(WRITE_SETTING).bind(key, JSON.stringify(value));

import { z } from 'zod';
import { Branding } from '../contract/branding.ts';
import { OneLine } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';

/** What an operator sets once for all forms, by key. */
export const settings = {
  /** Days that address and browser of a submission are kept; 0 keeps none. */
  'evidence-days': z.int().min(0).max(3650),
  /** From whom mail comes. Without an address no mail goes out. */
  sender: z.strictObject({
    name: z.string().max(200),
    address: z.union([z.email(), z.literal('')]),
  }),
  /** Days that what a sent letter told is kept. */
  'mail-days': z.int().min(0).max(365),
  /** Days of grace before an erasure is carried out. */
  'erasure-days': z.int().min(0).max(30),
  /** Hours that the link and the code of a confirmation are good. */
  'confirm-hours': z.int().min(1).max(720),
  /** Whether a new form asks for the address to be confirmed. */
  'confirm-default': z.boolean(),
  /** Days after which what was never confirmed is purged. */
  'unconfirmed-days': z.int().min(0).max(365),
  /** Days that the link to the preference centre in a letter's footer is good. */
  'preferences-days': z.int().min(1).max(365),
  /** What a mailing needs: a yes to purpose and subscription type, or the subscription alone. */
  'mailing-rule': z.enum(['consent', 'subscription']),
  /** Of people who are registered by hand or imported, where nothing else is said. */
  'default-legal-basis': z.string().min(1).max(64),
  /** Days after which a submission is deleted; 0 keeps it. */
  'submission-days': z.int().min(0).max(36_500),
  /** Days after which people without consent and activity are erased; 0 keeps them. */
  'stale-days': z.int().min(0).max(36_500),
  /** Days within which people whose data came from elsewhere are told (GDPR art. 14(3)(a)). */
  'notice-days': z.int().min(1).max(30),
  /** Hosts that a form may lead to after it was sent. */
  'redirect-hosts': z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/, 'Give a host: example.com'))
    .max(100),
  /** Who gets the data, for the register of processing. */
  recipients: z.array(z.string().trim().min(1).max(200)).max(100),
  /** How hosted pages and letters look. */
  branding: Branding,
};
export type SettingKey = keyof typeof settings;

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

import type { Branding, CentreTexts } from '../contract/branding.ts';
import type { Database } from '../platform/database.ts';
import { chooseLocale } from '../platform/locale.ts';
import { remembered } from '../platform/remembered.ts';
import { SECOND } from '../platform/time.ts';
import { readSetting } from './store.ts';

/** How this operator's pages look, who they are, and the time zone they are in. */
export type Brand = Branding & { name: string; timeZone: string };

/** How a page looks while the database cannot say. */
export const plainBrand: Brand = {
  logo: '',
  accent: null,
  width: 36,
  texts: {},
  name: '',
  timeZone: 'UTC',
};

const FRESH_MS = 10 * SECOND;

const read = async (db: Database): Promise<Brand> => {
  const [branding, { name }, timeZone] = await Promise.all([
    readSetting(db, 'branding'),
    readSetting(db, 'sender'),
    readSetting(db, 'time-zone'),
  ]);
  return { ...branding, name, timeZone };
};

/** The brand from this isolate's memory, read again every ten seconds, so that no page waits for it often. */
export const knownBrand = remembered(read, FRESH_MS).read;

/** Who emails are from, by this isolate's memory. */
export const knownSender = remembered((db: Database) => readSetting(db, 'sender'), FRESH_MS).read;

/** The operator's time zone, from this isolate's memory. */
export const knownZone = async (db: Database): Promise<string> => (await knownBrand(db)).timeZone;

/** What the preference centre says in a locale instead of its own words; nothing where only others have it. */
export const centreTexts = ({ texts }: Branding, locale: string): CentreTexts =>
  texts[chooseLocale([locale], Object.keys(texts), '')] ?? {};

/** How long what emails hold is good: their links to the preference centre, and what waits for a confirmation. */
export type Terms = { preferencesDays: number; confirmHours: number; unconfirmedDays: number };

const readTerms = async (db: Database): Promise<Terms> => {
  const [preferencesDays, confirmHours, unconfirmedDays] = await Promise.all([
    readSetting(db, 'preferences-days'),
    readSetting(db, 'confirm-hours'),
    readSetting(db, 'unconfirmed-days'),
  ]);
  return { preferencesDays, confirmHours, unconfirmedDays };
};

/** The terms of emails from this isolate's memory. */
export const knownTerms = remembered(readTerms, FRESH_MS).read;

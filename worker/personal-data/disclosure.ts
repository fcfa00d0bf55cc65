// What a person is told of the use of their data (GDPR art. 13 to 15): in notices and in the report about them.
import { z } from 'zod';
import { RECEIVERS, Receivers, recipientsOf } from '../connectors/recipients.ts';
import { settings } from '../contract/settings.ts';
import { durationIn } from '../locales/own.ts';
import { textsIn } from '../locales/shipped.ts';
import type { Database } from '../platform/database.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { remembered } from '../platform/remembered.ts';
import { json } from '../platform/rows.ts';
import { SECOND } from '../platform/time.ts';

const YEAR_DAYS = 365;

/** All of it in one query, for D1 answers few to a run that sends emails. By primary keys, and short lists. */
export const DISCLOSING = `
SELECT
  (SELECT json_group_object(key, json(value)) FROM setting
    WHERE key IN ('sender', 'controller', 'recipients', 'transfers', 'authority', 'automated-decisions')) AS settings,
  (SELECT json_group_object(key, json_object('legalBasis', legal_basis, 'retentionDays', retention_days,
    'recipients', json(recipients), 'transfers', transfers)) FROM purpose) AS purposes,
  (SELECT json_group_array(json_object('key', legal_basis, 'locale', locale, 'name', name))
    FROM legal_basis_text) AS bases,
  ${RECEIVERS} AS receivers`;

const Settings = z.object({
  sender: settings.sender,
  controller: settings.controller,
  recipients: settings.recipients,
  transfers: settings.transfers,
  authority: settings.authority,
  'automated-decisions': settings['automated-decisions'],
});

const Purpose = z.object({
  legalBasis: z.string(),
  retentionDays: z.number().nullable(),
  recipients: z.array(z.string()),
  transfers: z.string(),
});

const Row = z.object({
  settings: json(Settings),
  purposes: json(z.record(z.string(), Purpose)),
  bases: json(z.array(z.object({ key: z.string(), locale: z.string(), name: z.string() }))),
  receivers: Receivers,
});

/** What disclosures are composed from. */
export type Disclosing = z.infer<typeof Row>;

/** Reads what disclosures are composed from. */
export const readDisclosing = async (db: Database): Promise<Disclosing> =>
  Row.parse(await db.prepare(DISCLOSING).first());

/** The same from this isolate's memory, for emails that go out one by one. */
export const knownDisclosing = remembered(readDisclosing, 10 * SECOND).read;

/** Says a number of days as people do, in whole years where it is some. */
export const spanIn = (days: number, locale: string): string => {
  const isYears = days % YEAR_DAYS === 0;
  return isYears ? durationIn(locale, days / YEAR_DAYS, 'year') : durationIn(locale, days, 'day');
};

/** Says how long what rests on a purpose is kept, as it really acts. */
export const keptFor = (
  { retentionDays }: { retentionDays: number | null },
  locale: string,
): string => {
  const { kept, keptUntil } = textsIn(locale).disclosure;
  return retentionDays === null
    ? keptUntil
    : kept.replace('{time}', () => spanIn(retentionDays, locale));
};

/** Says of a purpose what the law asks for, a sentence each: legal basis, retention, recipients, transfers. */
export const disclosedOf = (
  { settings: shared, purposes, bases, receivers }: Disclosing,
  key: string,
  locale: string,
  legalBasis?: string,
): string[] => {
  const purpose = purposes[key];
  if (!purpose) return [];
  const texts = textsIn(locale).disclosure;
  const basis = legalBasis ?? purpose.legalBasis;
  const name = wordIn(bases, basis, locale)?.name ?? basis;
  const stated = purpose.recipients.length > 0 ? purpose.recipients : shared.recipients;
  const recipients = recipientsOf(key, stated, receivers);
  const abroad = purpose.transfers || shared.transfers;
  return [
    texts.basis.replace('{name}', () => name),
    keptFor(purpose, locale),
    ...(recipients.length > 0
      ? [texts.recipients.replace('{names}', () => recipients.join(', '))]
      : []),
    ...(abroad ? [texts.transfers.replace('{text}', () => abroad)] : []),
  ];
};

/** Says whose data it is, what rights a person has, and who takes complaints, a sentence each. */
export const rightsIn = ({ settings: shared }: Disclosing, locale: string): string[] => {
  const texts = textsIn(locale).disclosure;
  const { sender, controller, authority, 'automated-decisions': automated } = shared;
  const { name, address, email, officer } = controller;
  const reached = [name || sender.name, address, email].filter(Boolean).join(', ');
  const complaints = [authority.name || texts.authority, authority.url].filter(Boolean).join(', ');
  return [
    texts.rights,
    texts.complaint.replace('{authority}', () => complaints),
    inLocale(automated, locale) || texts.automated,
    ...(reached ? [texts.controller.replace('{name}', () => reached)] : []),
    ...(officer ? [texts.dpo.replace('{name}', () => officer)] : []),
  ];
};

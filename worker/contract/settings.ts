import { z } from 'zod';
import { Branding } from './branding.ts';
import { LogSetting } from './log.ts';
import { tidy } from './tidy.ts';
import { Locale, OneLine, TimeZone, Typed } from './words.ts';

const line = OneLine.overwrite(tidy);
const statement = Typed.max(3000);

/**
 * Who decides why and how data is used (GDPR art. 4(7)): name, postal address, where to ask, and the data protection
 * officer where there is one. Proofs and the record of processing name them.
 */
export const Controller = z.strictObject({
  name: line,
  address: Typed.max(500),
  email: z.union([z.email(), z.literal('')]),
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]),
  officer: line,
});
export type Controller = z.infer<typeof Controller>;

/** A country by its ISO 3166-1 code; empty where nobody has said it. */
const Country = z
  .string()
  .regex(/^([A-Z]{2})?$/, 'Enter a country code: DK')
  .meta({ examples: ['DK'] });

/** A host as it stands in a web address. */
export const hostPattern = /^[a-z0-9.-]+(:\d{1,5})?$/;

/** What an operator sets once for all forms, by key. */
export const settings = {
  /** Days that address and browser of a submission are kept; 0 keeps none. */
  'evidence-days': z.int().min(0).max(3650),
  /** From whom mail comes. Without an address no mail goes out. */
  sender: z.strictObject({
    name: z.string().max(200),
    address: z.union([z.email(), z.literal('')]),
  }),
  /** Days that the content of a sent email is kept. */
  'mail-days': z.int().min(0).max(365),
  /** Days of grace before an erasure is carried out. */
  'erasure-days': z.int().min(0).max(30),
  /** Hours that the link and the code of a confirmation are good. */
  'confirm-hours': z.int().min(1).max(720),
  /** Whether a new form asks for the address to be confirmed. */
  'confirm-default': z.boolean(),
  /** Whether nobody is informed of a purpose of legitimate interest whose browser sends Global Privacy Control. */
  'heed-privacy-control': z.boolean(),
  /** Days after which what was never confirmed is purged. */
  'unconfirmed-days': z.int().min(0).max(365),
  /** Days that the link to the preference centre in an email's footer is good. */
  'preferences-days': z.int().min(1).max(365),
  /** What a mailing needs: a yes to purpose and subscription type, or the subscription alone. */
  'mailing-rule': z.enum(['consent', 'subscription']),
  /** Of people who are registered by hand or imported, where nothing else is said. */
  'default-legal-basis': z.string().min(1).max(64),
  /** Days after which a submission is deleted; 0 keeps it. */
  'submission-days': z.int().min(0).max(36_500),
  /** Days after which people without consent and activity are erased; 0 keeps them. */
  'stale-days': z.int().min(0).max(36_500),
  /** Days within which people whose data came from elsewhere are notified (GDPR art. 14(3)(a)). */
  'notice-days': z.int().min(1).max(30),
  /** Hosts that a form may lead to after it was sent. */
  'redirect-hosts': z
    .array(z.string().regex(hostPattern, 'Enter a host such as example.com, without https://.'))
    .max(100),
  /** Where the operator is: days begin and end there, and times are shown as they are there. */
  'time-zone': TimeZone,
  /** Whose forms these are. */
  controller: Controller,
  /** The country whose law the controller is under. */
  jurisdiction: Country,
  /** Where the data is stored, for the record of processing and for proofs; a purpose may say otherwise. */
  storage: line,
  /** Whose data it is, where it goes outside the EU and EEA, and how it is kept safe; a purpose may say otherwise. */
  subjects: statement,
  transfers: statement,
  security: statement,
  /** Who takes complaints; the data protection authority by its generic name where empty. */
  authority: z.strictObject({
    name: line,
    url: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]),
  }),
  /** What is said of automated decisions (GDPR art. 22), by language; that there are none where empty. */
  'automated-decisions': z
    .record(Locale, statement)
    .meta({ examples: [{ en: 'A score decides which offers you get.' }] }),
  /** Who may report a data breach: nobody, staff at the console, or anyone on the page `/report`. */
  'breach-reports': z.enum(['off', 'staff', 'public']),
  /** Who gets the data, for the record of processing and for proofs; a purpose may say otherwise. */
  recipients: z.array(Typed.min(1).max(200)).max(100),
  /** Who watches the log over the ledger, whom it watches, and who says when it was seen. */
  log: LogSetting,
  /** How hosted pages and emails look. */
  branding: Branding,
};
export type SettingKey = keyof typeof settings;

/** The value of a setting. */
export type Setting<Key extends SettingKey> = z.output<(typeof settings)[Key]>;

/** `GET /v1/settings`: all of them, by key. */
export const Settings = z.object(settings);

/** `PUT /v1/settings/{key}`: a value as `GET /v1/settings` returns it. */
export const SettingValue = z
  .unknown()
  .meta({ description: 'The value, as `GET /v1/settings` returns it.', examples: [20] });

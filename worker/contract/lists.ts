import { z } from 'zod';
import { PurposeTexts, SubscriptionTypeTexts } from './definition.ts';
import { NoticeName } from './emails.ts';
import { FieldError } from './problem.ts';
import { tidy } from './tidy.ts';
import { FormKey, Key, Locale, OneLine, Sha256, TextsByLocale, Typed } from './words.ts';

/** A list that the privacy officer keeps, as the API's paths name it. */
export const ListName = z.enum(['purposes', 'legal-bases', 'sources', 'subscription-types']);
export type ListName = z.infer<typeof ListName>;

/** How something that one subscribes to reaches people. */
export const Channel = z.enum(['e-mail', 'sms', 'phone', 'post']);

const rank = z.int().min(0).max(10_000).default(0);
const active = z.boolean().default(true);

/** `PUT /v1/{list}/{key}`: all of an entry but its texts. */
export const entryBodies = {
  purposes: z.strictObject({
    active,
    rank,
    legalBasis: z
      .string()
      .min(1)
      .meta({ examples: ['61A'] }),
    /** Asked with a checkbox; otherwise shown as a notice. */
    explicit: z.boolean(),
    /** Days that what rests on it is kept without a sign of life; null keeps it. */
    retentionDays: z.int().min(1).max(36_500).nullable().default(null),
    /** Who gets the data; those of the settings where empty. */
    recipients: z.array(Typed.min(1).max(200)).max(100).default([]),
    /** Where the data is stored; as the settings say where empty. */
    storage: OneLine.overwrite(tidy).default(''),
    /** Whose data it is, its transfers outside the EU and EEA, and how it is kept safe; as in the settings where empty. */
    subjects: Typed.max(3000).default(''),
    transfers: Typed.max(3000).default(''),
    security: Typed.max(3000).default(''),
  }),
  'legal-bases': z.strictObject({ active, rank }),
  sources: z.strictObject({
    active,
    rank,
    noticeTemplate: NoticeName.nullable().default(null),
    noticeAutomatic: z.boolean().default(false),
  }),
  'subscription-types': z.strictObject({
    active,
    rank,
    purpose: z
      .string()
      .min(1)
      .meta({ examples: ['e-marketing'] }),
    channel: Channel,
  }),
} as const;
export type EntryBody<Name extends ListName> = z.infer<(typeof entryBodies)[Name]>;

const name = OneLine.overwrite(tidy).min(1);
const description = Typed.max(5000);

/** `PUT /v1/{list}/{key}/texts/{locale}`, of the lists whose texts stand in no form. */
export const NamedTexts = z.strictObject({ name, description: description.default('') });
export type NamedTexts = z.infer<typeof NamedTexts>;

/** `PUT /v1/{list}/{key}/texts/{locale}` */
export const textBodies = {
  purposes: PurposeTexts,
  'legal-bases': NamedTexts,
  sources: NamedTexts,
  'subscription-types': SubscriptionTypeTexts,
} as const satisfies Record<ListName, z.ZodType>;

/** `GET /v1/{list}/{key}/texts`: by locale, each as `PUT /v1/{list}/{key}/texts/{locale}` takes it. */
export const entryTexts = {
  purposes: z.record(Locale, PurposeTexts),
  'legal-bases': z.record(Locale, NamedTexts),
  sources: z.record(Locale, NamedTexts),
  'subscription-types': z.record(Locale, SubscriptionTypeTexts),
} as const satisfies Record<ListName, z.ZodType>;

const known = { key: Key, texts: TextsByLocale };

/** `GET /v1/{list}`: all entries with their texts by locale, also those that are not active. */
export const listAnswers = {
  purposes: z.object({ purposes: z.array(entryBodies.purposes.extend(known)) }),
  'legal-bases': z.object({ legalBases: z.array(entryBodies['legal-bases'].extend(known)) }),
  sources: z.object({ sources: z.array(entryBodies.sources.extend(known)) }),
  'subscription-types': z.object({
    subscriptionTypes: z.array(entryBodies['subscription-types'].extend(known)),
  }),
} as const satisfies Record<ListName, z.ZodType>;

/** What came of showing new words: the forms that do now, and those that could not be published, and why. */
export const Republished = z
  .object({
    published: z.array(z.object({ form: FormKey, version: z.number() })),
    failed: z.array(z.object({ form: FormKey, errors: z.array(FieldError) })),
  })
  .meta({ id: 'Republished' });
export type Republished = z.infer<typeof Republished>;

const shownIn = { forms: Republished };

/** What `PUT /v1/{list}/{key}` answers: the entry as it is now, and the forms that show it. */
export const savedEntries = {
  purposes: entryBodies.purposes.extend(shownIn),
  'legal-bases': entryBodies['legal-bases'].extend(shownIn),
  sources: entryBodies.sources.extend(shownIn),
  'subscription-types': entryBodies['subscription-types'].extend(shownIn),
} as const satisfies Record<ListName, z.ZodType>;

/** What `PUT /v1/{list}/{key}/texts/{locale}` answers. */
export const savedTexts = {
  purposes: PurposeTexts.extend(shownIn),
  'legal-bases': NamedTexts.extend(shownIn),
  sources: NamedTexts.extend(shownIn),
  'subscription-types': SubscriptionTypeTexts.extend(shownIn),
} as const satisfies Record<ListName, z.ZodType>;

/** Older words of a purpose, in one language, and how many stand on them. */
export const OlderWording = z.object({
  title: z.string(),
  text: z.string(),
  description: z.string(),
  locale: Locale,
  count: z.number(),
});
export type OlderWording = z.infer<typeof OlderWording>;

/** `GET /v1/purposes/{key}/wordings`: how many consented to the words of now, and to each of the older ones. */
export const Wordings = z
  .object({
    current: z.number(),
    older: z.array(OlderWording),
    statements: z.array(Sha256),
  })
  .meta({ id: 'Wordings' });
export type Wordings = z.infer<typeof Wordings>;

import { z } from 'zod';
import { Field } from './form.ts';
import { Channel } from './lists.ts';
import {
  Decision,
  Email,
  Key,
  Locale,
  PageAddress,
  Sha256,
  SubscriptionKey,
  Time,
  TimeZone,
} from './words.ts';

/** How one purpose or subscription type stands for the person, and what they were told of it. */
const Standing = z.object({
  /** Null where the person was never asked. */
  decision: Decision.nullable(),
  /** UTC ms */
  since: Time.nullable(),
  /** How it came, in words, and the language of those. */
  source: z.string().nullable(),
  sourceLocale: z.string().nullable(),
  /** The record that made it so; sent back with a change, so that nobody overwrites unseen. */
  record: z.uuid().nullable(),
});

/** A name in the operator's own words, and the language that it is in. */
const Named = z.object({ name: z.string(), locale: z.string() });
export type Named = z.infer<typeof Named>;

export const SubscriptionPreference = z
  .object({
    ...Standing.shape,
    key: Key,
    /** The language of its texts, which need not be the one that was asked for. */
    locale: z.string(),
    name: z.string(),
    description: z.string(),
    /** How often it comes, in the operator's words; empty where they say nothing of it. */
    frequency: z.string(),
    channel: Channel,
    /** UTC ms; null where it does not rest. */
    pausedUntil: Time.nullable(),
  })
  .meta({ id: 'SubscriptionPreference' });
export type SubscriptionPreference = z.infer<typeof SubscriptionPreference>;

export const PurposePreference = z
  .object({
    ...Standing.shape,
    key: Key,
    /**
     * `consent` is given and withdrawn; `object` is objected to, where GDPR art. 21 gives that right: on legal
     * basis (e) or (f), and to direct marketing. `none` is only told.
     */
    change: z.enum(['consent', 'object', 'none']),
    /** The subscriptions that end with it, also those of types that are no longer in use. */
    ends: z.array(Named),
    legalBasis: z.object({
      key: Key,
      name: z.string(),
      description: z.string(),
      locale: z.string(),
    }),
    /** The language of its texts, which need not be the one that was asked for. */
    locale: z.string(),
    title: z.string(),
    text: z.string(),
    /** What stood beside the box when it was decided; null where no statement was shown. */
    shownThen: z.object({ text: z.string(), locale: z.string() }).nullable(),
    description: z.string(),
    privacyTitle: z.string(),
    privacyUrl: z.string(),
    subscriptions: z.array(SubscriptionPreference),
  })
  .meta({ id: 'PurposePreference' });
export type PurposePreference = z.infer<typeof PurposePreference>;

/** `GET /v1/preferences` */
export const Preferences = z
  .object({
    email: Email,
    locale: Locale,
    /** The words that are shown; a change is recorded on them. */
    statement: Sha256,
    purposes: z.array(PurposePreference),
    /** What `everything` ends: every consent and subscription. */
    ends: z.array(Named),
    /** What is kept besides the address, each with its value. */
    fields: z.array(Field),
    /** Days of grace before an erasure is carried out. */
    erasureDays: z.number(),
    /** Where the operator is: days are those of this time zone. */
    timeZone: TimeZone,
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof Preferences>;

/** One thing that the person wants otherwise. `on` is yes to a consent, and no objection to the rest. */
export const Change = z.strictObject({
  purpose: Key.optional(),
  subscription: SubscriptionKey.optional(),
  on: z.boolean(),
  seen: z.uuid().nullable(),
});
export type Change = z.infer<typeof Change>;

/** `POST /v1/preferences` */
export const PreferencesBody = z.strictObject({
  statement: Sha256,
  locale: Locale,
  page: PageAddress,
  changes: z
    .array(Change)
    .max(200)
    .refine(
      (changes) => changes.every(({ purpose, subscription }) => !purpose !== !subscription),
      'A change names a purpose or a subscription type.',
    ),
  /** Withdraws every consent and subscription, also what is no longer in use or not confirmed yet. */
  everything: z.boolean().optional(),
  /** Subscriptions that are to rest for so many months; 0 ends a pause. */
  pauses: z
    .array(
      z.strictObject({
        subscription: SubscriptionKey,
        months: z.union([0, 1, 3, 6].map((n) => z.literal(n))),
      }),
    )
    .max(200)
    .default([]),
});
export type PreferencesBody = z.infer<typeof PreferencesBody>;
export type Pause = PreferencesBody['pauses'][number];

/** What was recorded of a save. */
export const Saved = z
  .object({
    recordedAt: Time,
    decisions: z.array(
      z.object({
        purpose: Key.optional(),
        subscription: SubscriptionKey.optional(),
        decision: Decision,
      }),
    ),
    /** True where something had been changed elsewhere after it was shown here. */
    overtaken: z.boolean(),
    /** What came of it, in the person's language: a sentence a line. */
    said: z.string(),
    preferences: Preferences,
  })
  .meta({ id: 'Saved' });
export type Saved = z.infer<typeof Saved>;

/** `POST /v1/preferences/corrections`: what is to be kept instead; an empty value is forgotten. */
export const CorrectionsBody = z.strictObject({
  locale: Locale,
  fields: z.record(Key, z.string().max(5000)).default({}),
  email: z.string().max(320).optional(),
});
export type CorrectionsBody = z.infer<typeof CorrectionsBody>;

/** What came of correcting. */
export const Corrections = z
  .object({
    /** The names of the fields that were changed. */
    corrected: z.array(z.string()),
    /** Whether a new address waits until both mailboxes have agreed. */
    confirming: z.boolean(),
    preferences: Preferences,
  })
  .meta({ id: 'Corrections' });
export type Corrections = z.infer<typeof Corrections>;

/** `POST /v1/preferences/receipts`: the `recordedAt` of a save. */
export const ReceiptBody = z.strictObject({ recordedAt: z.int() });
export type ReceiptBody = z.infer<typeof ReceiptBody>;

/** `GET /v1/preferences/history`: one line of it. */
export const HistoryLine = z
  .object({
    recordedAt: Time,
    kind: z.enum(['purpose', 'subscription']),
    title: z.string(),
    /** The language of its title. */
    locale: z.string(),
    decision: Decision,
    source: z.string(),
    sourceLocale: z.string(),
    page: z.string().nullable(),
    record: z.uuid(),
    /** What was shown; null where it was nothing of ours. */
    statement: Sha256.nullable(),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryLine = z.infer<typeof HistoryLine>;

/** `GET /v1/preferences/history`: every decision, newest first. */
export const History = z.object({ history: z.array(HistoryLine) });

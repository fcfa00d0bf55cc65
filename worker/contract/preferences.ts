import { z } from 'zod';
import { Field } from './form.ts';
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
  /** How it came, in words. */
  source: z.string().nullable(),
  /** The record that made it so; sent back with a change, so that nobody overwrites unseen. */
  record: z.uuid().nullable(),
});

export const SubscriptionPreference = z
  .object({
    ...Standing.shape,
    key: Key,
    name: z.string(),
    description: z.string(),
    channel: z.string(),
    /** UTC ms; null where it does not rest. */
    pausedUntil: Time.nullable(),
  })
  .meta({ id: 'SubscriptionPreference' });
export type SubscriptionPreference = z.infer<typeof SubscriptionPreference>;

export const PurposePreference = z
  .object({
    ...Standing.shape,
    key: Key,
    /** `consent` is given and taken back; anything else on another ground is objected to (GDPR art. 21). */
    change: z.enum(['consent', 'object']),
    legalBasis: z.object({ key: Key, name: z.string(), description: z.string() }),
    title: z.string(),
    text: z.string(),
    /** What stood beside the box when it was decided; null where no statement was shown. */
    shownThen: z.string().nullable(),
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
  /** Withdraws also what stands and is not named, such as what is no longer in use or not confirmed yet. */
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
    title: z.string(),
    decision: Decision,
    source: z.string(),
    page: z.string().nullable(),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryLine = z.infer<typeof HistoryLine>;

/** `GET /v1/preferences/history`: every decision, newest first. */
export const History = z.object({ history: z.array(HistoryLine) });

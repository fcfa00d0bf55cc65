import { z } from 'zod';
import { newsletterForm } from './examples.ts';
import { Condition, FieldKind } from './form.ts';
import { FormStyle } from './style.ts';
import { Key, LegalBasisKey, Locale, OneLine, SubscriptionKey, Time } from './words.ts';

/** A text with one value a locale: `{ "en": "Name", "da": "Navn" }`. */
export const Text = z.record(Locale, z.string().min(1).max(5000));
export type Text = z.infer<typeof Text>;

/** What of an answer is kept with the person, if nothing is kept there yet. */
export const PersonField = z.enum([
  'name',
  'given-name',
  'family-name',
  'phone',
  'organization',
  'job-title',
  'country',
]);

export type PersonField = z.infer<typeof PersonField>;

const date = z.iso.date();
const length = z.int().min(0).max(20_000);

export const FieldDefinition = z.strictObject({
  key: Key,
  kind: FieldKind,
  label: Text,
  help: Text.optional(),
  placeholder: Text.optional(),
  required: z.boolean().optional(),
  width: z.enum(['full', 'half']).optional(),
  autocomplete: z
    .string()
    .regex(/^[a-z0-9 -]+$/, 'Use a value that HTML knows, such as given-name.')
    .max(80)
    .optional(),
  minLength: length.optional(),
  maxLength: length.optional(),
  min: z.union([z.int(), date]).optional(),
  max: z.union([z.int(), date]).optional(),
  options: z
    .array(z.strictObject({ value: z.string().min(1).max(200), label: Text }))
    .max(300)
    .optional(),
  value: z.string().max(1000).optional(),
  when: Condition.optional(),
  stores: PersonField.optional(),
  /** For which purposes of the form it is asked; for all of them where it is not said. */
  purposes: z.array(Key).max(20).optional(),
});
export type FieldDefinition = z.infer<typeof FieldDefinition>;

export const SectionDefinition = z.strictObject({
  key: Key,
  title: Text.optional(),
  intro: Text.optional(),
  when: Condition.optional(),
  fields: z.array(FieldDefinition).max(100).default([]),
  purposes: z
    .array(
      z.strictObject({
        purpose: Key,
        /** In place of the purpose's own legal basis. */
        legalBasis: LegalBasisKey.optional(),
        subscriptions: z.array(SubscriptionKey).max(50).default([]),
      }),
    )
    .max(20)
    .default([]),
});

/** A website by its origin; below `*.` any of its subdomains. */
export const originPattern = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/;

const origin = z
  .string()
  .regex(
    originPattern,
    'Enter a website in the format https://example.com or https://*.example.com.',
  );

/** `PUT /v1/forms/{key}`: publishes a new version where what is shown has changed. */
export const FormDefinition = z
  .strictObject({
    /** What staff call the form; visitors never see it. */
    name: OneLine.optional(),
    /** The locale that others fall back to; every text has a value in it. */
    locale: Locale,
    locales: z
      .array(Locale)
      .min(1)
      .max(50)
      .overwrite((locales) => [...new Set(locales)]),
    active: z.boolean().default(true),
    /** Double opt-in: decisions are pending until the person confirms the address by mail. */
    confirm: z.boolean().default(false),
    /** Whose fields are kept with the person only after manual review: no one's, unknown people's, or everyone's. */
    review: z.enum(['none', 'unknown', 'all']).default('none'),
    /** Web pages that may use the form. The Worker's own hosted page always may. */
    origins: z.array(origin).max(200),
    /** UTC ms */
    expiresAt: Time.positive().optional(),
    maxSubmissions: z.int().positive().optional(),
    /** Asks Turnstile whether a person writes, where the operator has set its keys. */
    turnstile: z.boolean().default(true),
    style: FormStyle.optional(),
    title: Text.optional(),
    intro: Text.optional(),
    submit: Text,
    done: z.strictObject({
      title: Text,
      text: Text,
      /** Leads to a host of the setting `redirect-hosts`. */
      redirect: z.url({ protocol: /^https?$/ }).optional(),
    }),
    /** Shown when the form is expired, full or switched off. */
    inactive: Text,
    sections: z.array(SectionDefinition).min(1).max(30),
  })
  .meta({ examples: [newsletterForm] });
export type FormDefinition = z.infer<typeof FormDefinition>;

/** A definition as it is kept: versions stay as they were published, also with what none has any more. */
export const KeptDefinition = FormDefinition.strip();

/** `PUT /v1/purposes/{key}/texts/{locale}` */
export const PurposeTexts = z
  .strictObject({
    title: OneLine.min(1),
    approval: z.string().min(1).max(1000),
    notice: z.string().min(1).max(1000),
    description: z.string().min(1).max(5000),
    privacyTitle: OneLine.min(1),
    privacyUrl: z.url({ protocol: /^https?$/ }).max(2000),
  })
  .meta({ id: 'PurposeTexts' });
export type PurposeTexts = z.infer<typeof PurposeTexts>;

/** `PUT /v1/subscription-types/{key}/texts/{locale}` */
export const SubscriptionTypeTexts = z
  .strictObject({
    name: OneLine.min(1),
    description: z.string().max(1000).default(''),
    /** How often it comes: "Once a month". */
    frequency: OneLine.max(100).default(''),
  })
  .meta({ id: 'SubscriptionTypeTexts' });
export type SubscriptionTypeTexts = z.infer<typeof SubscriptionTypeTexts>;

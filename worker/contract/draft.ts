import { z } from 'zod';
import { PersonField } from './definition.ts';
import { FieldKind } from './form.ts';
import { Locale, Time } from './words.ts';

const text = z.record(z.string(), z.string()).meta({ examples: [{ en: 'Sign up' }] });

const number = z.number().optional();

/** A condition as it was written: it may name a field whose key is not right yet. */
const condition = z.object({ field: z.string(), is: z.array(z.string()).optional() }).optional();

export const DraftField = z.object({
  key: z.string(),
  kind: FieldKind,
  label: text,
  help: text.optional(),
  placeholder: text.optional(),
  required: z.boolean().optional(),
  width: z.enum(['full', 'half']).optional(),
  autocomplete: z.string().optional(),
  minLength: number,
  maxLength: number,
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  options: z.array(z.object({ value: z.string(), label: text })).optional(),
  value: z.string().optional(),
  when: condition,
  stores: PersonField.optional(),
  purposes: z.array(z.string()).optional(),
});

export type DraftField = z.infer<typeof DraftField>;

/** Colours and lengths as they were written; only publishing asks more of them. */
const colours = z.object({ light: z.string(), dark: z.string() }).optional();

export const DraftStyle = z.object({
  accent: colours,
  error: colours,
  border: colours,
  field: colours,
  dialog: colours,
  radius: number,
  gap: number,
});

export type DraftStyle = z.infer<typeof DraftStyle>;

export const DraftSection = z.object({
  key: z.string(),
  title: text.optional(),
  intro: text.optional(),
  when: condition,
  fields: z.array(DraftField).default([]),
  purposes: z
    .array(
      z.object({
        purpose: z.string(),
        legalBasis: z.string().optional(),
        subscriptions: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export type DraftSection = z.infer<typeof DraftSection>;

/** A form that is being written: of the same shape as a `FormDefinition`, but it need not be complete. */
export const Draft = z.object({
  /** What staff call the form; visitors never see it. */
  name: z.string().optional(),
  locale: Locale.default('en'),
  locales: z.array(z.string()).default(['en']),
  active: z.boolean().default(true),
  confirm: z.boolean().default(false),
  review: z.enum(['none', 'unknown', 'all']).default('none'),
  origins: z.array(z.string()).default([]),
  expiresAt: Time.optional(),
  maxSubmissions: z.number().optional(),
  turnstile: z.boolean().default(true),
  style: DraftStyle.optional(),
  title: text.optional(),
  intro: text.optional(),
  submit: text.default({}),
  done: z
    .object({ title: text, text, redirect: z.string().optional() })
    .default({ title: {}, text: {} }),
  inactive: text.default({}),
  sections: z.array(DraftSection).default([]),
});

export type Draft = z.infer<typeof Draft>;

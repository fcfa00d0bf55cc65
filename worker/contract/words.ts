import { z } from 'zod';
import { canonicalLocale, localePattern } from './locale.ts';
import { tidy } from './tidy.ts';

const key = (id: string, description: string, example: string) =>
  z
    .string()
    .regex(
      /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/,
      'Use letters, digits and hyphens only, 64 at most, and begin with a letter or a digit.',
    )
    .refine((name) => !(name in {}), 'This key is reserved.')
    .meta({ id, description, examples: [example] });

/**
 * A stable, human-readable key: `e-marketing`, `61A`, `web-form`. Not `constructor` and its like, which
 * every object answers to.
 */
export const Key = key('Key', 'A stable, human-readable key.', 'e-marketing');
export const FormKey = key('FormKey', 'The key of a form.', 'newsletter-signup');
export const SubscriptionKey = key(
  'SubscriptionKey',
  'The key of a subscription type.',
  'newsletter',
);
export const LegalBasisKey = key('LegalBasisKey', 'The key of a legal basis.', '61A');
export const SourceKey = key('SourceKey', 'The key of a source.', 'web-form');

/** A BCP 47 language tag as far as texts need it: `da`, `pt-BR`. Valid wherever it is used later. */
export const Locale = z
  .string()
  .regex(localePattern, 'Give a language tag, such as da or pt-BR.')
  .meta({ id: 'Locale', description: 'A BCP 47 language tag.', examples: ['da'] });
export type Locale = z.infer<typeof Locale>;

/** What a person typed: without what is not seen at its ends. */
export const Typed = z.string().overwrite(tidy);

/** A name, title or subject: one line without control characters, fit for the headers of an email. */
export const OneLine = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Enter one line, without line breaks or control characters.');

/**
 * One entry of the ledger says one of these of a purpose or a subscription type. `informed` is no consent:
 * the person was told of a purpose that asks for none.
 */
export const Decision = z
  .enum([
    'given',
    'pending',
    'informed',
    'refused',
    'withdrawn',
    'objected',
    'restricted',
    'expired',
  ])
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/**
 * What a record counts as: what the person decided themselves or told a user, what was registered, imported
 * or changed in bulk, or what ended because the person was erased.
 */
export const CountedAs = z.enum(['own', 'import', 'erasure']).meta({ id: 'CountedAs' });
export type CountedAs = z.infer<typeof CountedAs>;

/**
 * How much stands behind a record, from least to most: nothing but the record; a file, a tool or a user that says so,
 * with the date or how they know; that it was asked and answered here.
 */
export const Grade = z.enum(['unproven', 'asserted', 'proven']).meta({ id: 'Grade' });
export type Grade = z.infer<typeof Grade>;

/** The least grade of evidence that counts; every grade does where none is named. */
export const GradeQuery = z.object({ evidence: Grade.optional() });

/** What of a form is shown: the whole of it, or only its consent part inside the site's own form. */
export const Part = z.enum(['form', 'field']);
export type Part = z.infer<typeof Part>;

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({
    id: 'Sha256',
    description: 'Lower-case hexadecimal SHA-256.',
    examples: ['2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
  });

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** A time zone by its IANA name. */
export const TimeZone = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/)
  .refine(isTimeZone, 'Give a time zone by its IANA name: Europe/Copenhagen.')
  .meta({ id: 'TimeZone', examples: ['Europe/Copenhagen'] });

/** The years 0 to 9999, and a day at each end for time zones: what every calendar and date control can show. */
const FIRST_MOMENT = -62_167_305_600_000;
const LAST_MOMENT = 253_402_387_200_000;

/** A moment, in UTC milliseconds. */
export const Time = z
  .int()
  .min(FIRST_MOMENT)
  .max(LAST_MOMENT)
  .meta({ id: 'Time', description: 'A moment, in UTC milliseconds.', examples: [1764093600000] });

/** A random id. */
export const Id = z.uuid().meta({ id: 'Id', examples: ['0193f2a4-6b1c-7d3e-9f80-1a2b3c4d5e6f'] });

/** The address of the page that something was done on. What cannot be kept of it is left out, never refused. */
export const PageAddress = z
  .string()
  .optional()
  .catch(undefined)
  .meta({
    description: 'The page. Cut to origin, path and `utm_*`; left out if it is no web address.',
    examples: ['https://example.com/newsletter?utm_source=spring'],
  });

/** An address as it is stored: normalised. */
export const Email = z.string().meta({ id: 'Email', examples: ['anna@example.com'] });

/** Anyone who did something. */
export const ActorName = z.string().meta({
  id: 'Actor',
  description: '`person`, `system`, `user:` or `api:` with an id.',
  examples: ['user:0193f2a4-6b1c-7d3e-9f80-1a2b3c4d5e6f'],
});

/** What a text says, by locale. */
export const TextsByLocale = z
  .record(z.string(), z.record(z.string(), z.string()))
  .meta({ examples: [{ en: { name: 'Newsletter', description: 'Monthly.' } }] });

/** 201 of what makes something: how it is found again. */
export const Made = z.object({ id: Id }).meta({ id: 'Made' });

/** Answer of an act that has nothing to say. */
export const Nothing = z.object({}).meta({ id: 'Nothing', examples: [{}] });

/** The language that someone asks for, as their page or browser writes it; what is none asks for nothing. */
export const AskedLocale = z
  .string()
  .overwrite((tag) => canonicalLocale(tag) ?? '')
  .pipe(Locale)
  .optional()
  .catch(undefined)
  .meta({ description: 'A language tag; any other text is ignored.', examples: ['da'] });

/** A place in the language of anyone who asks; another is used where this one is not there. */
export const LocaleQuery = z.object({ locale: AskedLocale });

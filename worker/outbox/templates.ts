import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { chooseLocale } from '../platform/locale.ts';

/** The letters there are. */
export const Template = z.enum([
  'privacy-notice',
  'confirmation',
  'entry',
  'request-received',
  'request-done',
  'address-old',
  'address-new',
  'receipt',
  'breach-notice',
  'sign-in',
  'source-notice',
  'purpose-changed',
  'request-refused',
]);
export type Template = z.infer<typeof Template>;

/** The words of a letter in one locale. `{places}` are filled in; a blank line parts paragraphs. */
export const MailTexts = z.strictObject({
  subject: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\r\n]*$/),
  body: z.string().min(1).max(5000),
  button: z.string().max(100),
  footer: z.string().min(1).max(1000),
});
export type MailTexts = z.infer<typeof MailTexts>;

const TEXTS = `
SELECT locale, subject, body, button, footer
FROM mail_text
WHERE template = ?1`;

const ALL_TEXTS = `
SELECT template, locale, subject, body, button, footer
FROM mail_text
ORDER BY template, locale`;

const WRITE_TEXTS = `
INSERT INTO mail_text (template, locale, subject, body, button, footer)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (template, locale) DO UPDATE SET
  subject = excluded.subject,
  body = excluded.body,
  button = excluded.button,
  footer = excluded.footer`;

const Row = MailTexts.extend({ locale: z.string() }).strip();

/** A letter's words in the locale that fits best, with that locale. */
export const readTexts = async (
  db: Database,
  template: Template,
  locale: string,
): Promise<MailTexts & { locale: string }> => {
  const { results } = await db.prepare(TEXTS).bind(template).all();
  const rows = z.array(Row).parse(results);
  const chosen = chooseLocale(
    [locale],
    rows.map((row) => row.locale),
    'en',
  );
  const texts = rows.find((row) => row.locale === chosen);
  if (!texts) throw new Error(`The letter ${template} has no words in English.`);
  return texts;
};

/** Every letter's words: template → locale → words. */
export const readAllTexts = async (
  db: Database,
): Promise<Record<string, Record<string, MailTexts>>> => {
  const { results } = await db.prepare(ALL_TEXTS).all();
  const all: Record<string, Record<string, MailTexts>> = {};
  for (const { template, locale, ...texts } of z
    .array(Row.extend({ template: z.string() }))
    .parse(results))
    all[template] = { ...all[template], [locale]: texts };
  return all;
};

export const writeTexts = (
  db: Database,
  template: Template,
  locale: string,
  { subject, body, button, footer }: MailTexts,
): D1PreparedStatement =>
  db.prepare(WRITE_TEXTS).bind(template, locale, subject, body, button, footer);

export const templateQueries = { TEXTS };

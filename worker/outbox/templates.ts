import { z } from 'zod';
import { locales } from '../../widget/locales/texts.ts';
import {
  type CurrentTexts,
  EmailTemplate,
  EmailTexts,
  isOwnNotice,
  OwnNotice,
  TemplateName,
} from '../contract/emails.ts';
import { shipped, textsIn } from '../locales/shipped.ts';
import type { Database } from '../platform/database.ts';
import { chooseLocale } from '../platform/locale.ts';
import { remembered } from '../platform/remembered.ts';
import { parseRows } from '../platform/rows.ts';
import { SECOND } from '../platform/time.ts';

export const CHANGED_TEXTS = `
SELECT template, locale, subject, body, button, footer
FROM mail_text
WHERE template = ?1`;

export const ALL_CHANGED_TEXTS = `
SELECT template, locale, subject, body, button, footer
FROM mail_text`;

export const OWN_NOTICES = `
SELECT DISTINCT template
FROM mail_text
WHERE template GLOB 'notice-*'
ORDER BY template`;

export const WRITE_TEXTS = `
INSERT INTO mail_text (template, locale, subject, body, button, footer)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (template, locale) DO UPDATE SET
  subject = excluded.subject,
  body = excluded.body,
  button = excluded.button,
  footer = excluded.footer`;

export const REMOVE_TEXTS = 'DELETE FROM mail_text WHERE template = ?1 AND locale = ?2';

/** What was saved before a subject had to be one line is read all the same. */
const Row = EmailTexts.extend({ template: z.string(), locale: z.string(), subject: z.string() });
type Row = z.infer<typeof Row>;

/** The email whose shipped texts stand for those of a template in a language that it has none in. */
const shippedFor = (template: TemplateName): EmailTemplate =>
  isOwnNotice(template) ? 'source-notice' : template;

const readChanged = async (db: Database, template: TemplateName): Promise<Row[]> =>
  parseRows(Row, (await db.prepare(CHANGED_TEXTS).bind(template).all()).results);

const readAllChanged = async (db: Database): Promise<Row[]> =>
  parseRows(Row, (await db.prepare(ALL_CHANGED_TEXTS).all()).results);

/**
 * Chooses an email's texts in the language that fits best, with that language: the tag itself, then
 * without its region, then English. In each language an operator's texts go before the shipped ones.
 */
const choose = (
  template: TemplateName,
  changed: readonly Row[],
  locale: string,
): EmailTexts & { locale: string } => {
  const own = changed.filter((row) => row.template === template);
  const chosen = chooseLocale([locale], [...own.map((row) => row.locale), ...locales], 'en');
  return (
    own.find((row) => row.locale === chosen) ?? {
      ...textsIn(chosen).emails[shippedFor(template)],
      locale: chosen,
    }
  );
};

/** Reads an email's texts in the language that fits best, with that language. */
export const readTexts = async (db: Database, template: TemplateName, locale: string) =>
  choose(template, await readChanged(db, template), locale);

const knownChanged = remembered(readAllChanged, 10 * SECOND).read;

/** What chooses the texts of emails by template and language, as `readTexts` does, from this isolate's memory. */
export const knownTexts = async (
  db: Database,
): Promise<(template: TemplateName, locale: string) => EmailTexts & { locale: string }> => {
  const changed = await knownChanged(db);
  return (template, locale) => choose(template, changed, locale);
};

/** Reads what every email is called in a language; `undefined` where there is no such email. */
export const readSubjects = async (
  db: Database,
  locale: string,
): Promise<(template: string) => string | undefined> => {
  const changed = await readAllChanged(db);
  return (template) => {
    const known = TemplateName.safeParse(template);
    return known.success ? choose(known.data, changed, locale).subject : undefined;
  };
};

/** The texts of a template by language, an operator's before the shipped ones: a notice of their own has no others. */
const overlay = (template: TemplateName, changed: readonly Row[]): Record<string, CurrentTexts> => {
  const byLocale = new Map<string, CurrentTexts>();
  if (!isOwnNotice(template))
    for (const [locale, { emails }] of Object.entries(shipped))
      byLocale.set(locale, { ...emails[template], changed: false });
  for (const { template: of, locale, subject, body, button, footer } of changed)
    if (of === template) byLocale.set(locale, { subject, body, button, footer, changed: true });
  return Object.fromEntries([...byLocale].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** The shipped texts of an email in exactly this language. */
export const shippedTexts = (template: TemplateName, locale: string): CurrentTexts | undefined =>
  overlay(template, [])[locale];

/** Reads an email's texts in every language, an operator's before the shipped ones. */
export const readTemplate = async (db: Database, template: TemplateName) =>
  overlay(template, await readChanged(db, template));

/** Reads every email's texts: template → language → texts. */
export const readAllTexts = async (
  db: Database,
): Promise<Record<string, Record<string, CurrentTexts>>> => {
  const changed = await readAllChanged(db);
  const own = new Set(changed.map(({ template }) => template).filter(isOwnNotice));
  return Object.fromEntries(
    [...EmailTemplate.options, ...own].map((template) => [template, overlay(template, changed)]),
  );
};

const NoticeRow = z.object({ template: OwnNotice });

/** Reads the keys of the privacy notices that an operator wrote. */
export const readOwnNotices = async (db: Database): Promise<OwnNotice[]> => {
  const { results } = await db.prepare(OWN_NOTICES).all();
  return parseRows(NoticeRow, results).map(({ template }) => template);
};

/** The statement that keeps an operator's texts in place of the shipped ones. */
export const writeTexts = (
  db: Database,
  template: TemplateName,
  locale: string,
  { subject, body, button, footer }: EmailTexts,
): D1PreparedStatement =>
  db.prepare(WRITE_TEXTS).bind(template, locale, subject, body, button, footer);

/** The statement that forgets an operator's texts, so that the shipped ones are sent again. */
export const removeTexts = (
  db: Database,
  template: TemplateName,
  locale: string,
): D1PreparedStatement => db.prepare(REMOVE_TEXTS).bind(template, locale);

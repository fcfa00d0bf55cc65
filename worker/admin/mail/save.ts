import {
  type CurrentTexts,
  EmailTexts,
  isOwnNotice,
  SavedEmailTexts,
  type TemplateName,
} from '../../contract/emails.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { placesOf } from '../../locales/emails.ts';
import { readTemplate, removeTexts, shippedTexts, writeTexts } from '../../outbox/templates.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { type Edit, saveEdit } from '../../platform/edits.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';

/** Texts to save: which, and the version that their editor saw. */
type Which = { template: TemplateName; locale: string; seen?: number | undefined };

const isSame = (texts: EmailTexts, other: EmailTexts | undefined): boolean =>
  EmailTexts.keyof().options.every((part) => texts[part] === other?.[part]);

/** Throws 422 for placeholders that an email cannot fill in: people would read them as they are. */
export const checkPlaces = (template: TemplateName, texts: EmailTexts): void => {
  const known = placesOf(template);
  const errors = EmailTexts.keyof().options.flatMap((field) =>
    [...texts[field].matchAll(/\{(\w+)\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        field,
        code: 'unknown-placeholder',
        message: `This email has no placeholder {${name}}.`,
      })),
  );
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
};

/** Names an email's texts in a language among what is edited as a whole. */
export const mailEdit = (template: TemplateName, locale: string): string =>
  `mail/${template}/${locale}`;

/**
 * Replaces an email's texts in a language, or adds the language. Texts as shipped are not kept. Throws 412 where
 * someone else has saved them since they were seen.
 */
export const saveMailTexts = async (
  caller: Caller,
  { template, locale, seen }: Which,
  input: unknown,
): Promise<{ texts: CurrentTexts; edit: Edit }> => {
  const { db } = caller;
  const texts = parse(SavedEmailTexts, input);
  checkPlaces(template, texts);
  const changed = !isSame(texts, shippedTexts(template, locale));
  const before = (await readTemplate(db, template))[locale];
  const after = { ...texts, changed };
  const edit = await saveEdit(caller, { object: mailEdit(template, locale), seen }, [
    changed ? writeTexts(db, template, locale, texts) : removeTexts(db, template, locale),
    audit(caller, { act: 'mail.texts', object: `${template}/${locale}`, before, after }),
  ]);
  return { texts: after, edit };
};

/** Throws 409 where a source sends a notice of which no words would be left. */
const checkUnused = async (
  db: Database,
  template: TemplateName,
  texts: Readonly<Record<string, unknown>>,
): Promise<void> => {
  if (!isOwnNotice(template) || Object.keys(texts).length > 1) return;
  const { sources } = await readWholeLists(db);
  const source = sources.find(({ noticeTemplate }) => noticeTemplate === template);
  if (source)
    throw new ProblemError('conflict', {
      detail: 'A source sends this notice. Select another notice for it first.',
    });
};

/**
 * Resets an email's texts in a language to the shipped ones, or removes a language that does not ship; false if
 * nobody had changed them. Throws 412 where someone else has saved them since they were seen, and 409 for the last
 * words of a notice that a source sends.
 */
export const resetMailTexts = async (
  caller: Caller,
  { template, locale, seen }: Which,
): Promise<boolean> => {
  const { db } = caller;
  const texts = await readTemplate(db, template);
  const before = texts[locale];
  if (!before?.changed) return false;
  await checkUnused(db, template, texts);
  const after = shippedTexts(template, locale);
  await saveEdit(caller, { object: mailEdit(template, locale), seen }, [
    removeTexts(db, template, locale),
    audit(caller, { act: 'mail.reset', object: `${template}/${locale}`, before, after }),
  ]);
  return true;
};

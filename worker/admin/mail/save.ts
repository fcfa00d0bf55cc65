import {
  type CurrentTexts,
  type EmailTemplate,
  EmailTexts,
  SavedEmailTexts,
} from '../../contract/emails.ts';
import { readTemplate, removeTexts, shippedTexts, writeTexts } from '../../outbox/templates.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';

const isSame = (texts: EmailTexts, other: EmailTexts | undefined): boolean =>
  EmailTexts.keyof().options.every((part) => texts[part] === other?.[part]);

/** Replaces an email's texts in a language, or adds the language. Texts as shipped are not kept. */
export const saveMailTexts = async (
  caller: Caller,
  template: EmailTemplate,
  locale: string,
  input: unknown,
): Promise<CurrentTexts> => {
  const { db } = caller;
  const texts = parse(SavedEmailTexts, input);
  const changed = !isSame(texts, shippedTexts(template, locale));
  const before = (await readTemplate(db, template))[locale];
  const after = { ...texts, changed };
  await db.batch([
    changed ? writeTexts(db, template, locale, texts) : removeTexts(db, template, locale),
    audit(caller, { act: 'mail.texts', object: `${template}/${locale}`, before, after }),
  ]);
  return after;
};

/** Resets an email's texts in a language to the shipped ones; false if nobody had changed them. */
export const resetMailTexts = async (
  caller: Caller,
  template: EmailTemplate,
  locale: string,
): Promise<boolean> => {
  const { db } = caller;
  const before = (await readTemplate(db, template))[locale];
  if (!before?.changed) return false;
  const after = shippedTexts(template, locale);
  await db.batch([
    removeTexts(db, template, locale),
    audit(caller, { act: 'mail.reset', object: `${template}/${locale}`, before, after }),
  ]);
  return true;
};

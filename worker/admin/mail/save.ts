import { MailTexts, readAllTexts, type Template, writeTexts } from '../../outbox/templates.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
import { parse } from '../../platform/problems/zod.ts';

/** Replaces the words of a letter in a locale, or adds the locale. */
export const saveMailTexts = async (
  db: Database,
  actor: string,
  template: Template,
  locale: string,
  input: unknown,
): Promise<MailTexts> => {
  const texts = parse(MailTexts, input);
  const before = (await readAllTexts(db))[template]?.[locale];
  await db.batch([
    writeTexts(db, template, locale, texts),
    writeAct(db, {
      actor,
      act: 'mail.texts',
      object: `${template}/${locale}`,
      before,
      after: texts,
    }),
  ]);
  return texts;
};

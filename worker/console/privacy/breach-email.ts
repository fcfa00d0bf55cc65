import type { BreachCase } from '../../contract/breach.ts';
import { compose } from '../../emails/compose.ts';
import { plainText } from '../../emails/email.ts';
import { readingsFor } from '../../emails/readings.ts';
import type { Due } from '../../outbox/outbox.ts';
import { readTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { localeOf } from '../kit/words.ts';

/** An email about a breach as people read it in a language. */
export type Preview = { locale: string; text: string };

/** Composes the email about a breach as people will read it: in the user's language, and in each translation. */
export const previewEmails = async (
  c: ConsoleContext,
  { facts, translations }: BreachCase,
): Promise<Preview[]> => {
  const db = c.get('db');
  const sender = await readSetting(db, 'sender');
  // Nothing is queued, so that nothing is known of an email's own.
  const readings = readingsFor(db, []);
  const composing = {
    env: c.env,
    db,
    publicUrl: callerOf(c).host,
    readings: {
      ...readings,
      texts: (template: Due['template'], locale: string) => readTexts(db, template, locale),
    },
  };
  const locales = [...new Set([localeOf(c), ...Object.keys(translations)])];
  return Promise.all(
    locales.map(async (locale) => {
      const due: Due = {
        id: '',
        person: 'nobody',
        recipient: '',
        template: 'breach-notice',
        locale,
        facts: translations[locale] ?? facts,
        tries: 0,
      };
      const email = await compose(composing, due, sender.name || sender.address);
      return { locale, text: email ? plainText(email) : '' };
    }),
  );
};

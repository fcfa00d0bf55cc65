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

/** Composes the email about a breach as people will read it, in the user's language. */
export const previewEmail = async (c: ConsoleContext, { facts }: BreachCase): Promise<string> => {
  const db = c.get('db');
  const sender = await readSetting(db, 'sender');
  // Nothing is queued, so that nothing is known of an email's own.
  const readings = readingsFor(db, []);
  const due: Due = {
    id: '',
    person: 'nobody',
    recipient: '',
    template: 'breach-notice',
    locale: localeOf(c),
    facts,
    tries: 0,
  };
  const email = await compose(
    {
      env: c.env,
      db,
      publicUrl: callerOf(c).host,
      readings: { ...readings, texts: (template, locale) => readTexts(db, template, locale) },
    },
    due,
    sender.name || sender.address,
  );
  return email ? plainText(email) : '';
};

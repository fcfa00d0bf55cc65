import { v4 } from 'uuid';
import { z } from 'zod';
import type { Person } from '../../contract/people.ts';
import { Locale } from '../../contract/words.ts';
import { sendNow } from '../../emails/send.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Caller, LaterWork } from '../../platform/caller.ts';
import type { Env } from '../../platform/env.ts';
import { askForEntry } from '../../visitor/verify/entry.ts';
import { writeNotice } from '../notices/store.ts';

type Calling = { host: string; later: LaterWork };

/** `POST /v1/people/{id}/notices` */
export const NoticeBody = z.strictObject({
  /** The language of the letter; the person's own when absent. */
  locale: Locale.optional(),
});

/** Sends somebody the privacy notice, also if they have had it (GDPR art. 14). */
export const sendNotice = async (
  env: Env,
  actor: string,
  { id }: Pick<Person, 'id'>,
  { host, later, locale }: Calling & z.infer<typeof NoticeBody>,
): Promise<void> => {
  const letter = v4();
  await env.DB.batch([
    ...writeNotice(env.DB, { person: id, letter }, { host, locale, now: Date.now() }),
    writeAct(env.DB, { actor, act: 'people.notice', object: id }),
  ]);
  later(sendNow({ env, db: env.DB }, letter));
};

/** Sends somebody the way into the preference centre; three an hour and no more, as when they ask. */
export const sendLink = async (
  caller: Caller,
  { id, email, locale }: Pick<Person, 'id' | 'email' | 'locale'>,
): Promise<void> => {
  const { db, actor } = caller;
  await writeAct(db, { actor, act: 'people.link', object: id }).run();
  askForEntry(caller, { email, locale });
};

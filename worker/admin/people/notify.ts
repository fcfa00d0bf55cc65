import type { Person } from '../../contract/people.ts';
import type { NoticeBody } from '../../contract/registering.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { askForEntry } from '../../visitor/verify/entry.ts';
import { writeNotice } from '../notices/write.ts';

/** Sends a person the privacy notice, also if they have had it (GDPR art. 14). */
export const sendNotice = async (
  caller: Caller,
  { id }: Pick<Person, 'id'>,
  { locale }: NoticeBody,
): Promise<void> => {
  const { db, now, later, post } = caller;
  const email = crypto.randomUUID();
  await db.batch([
    ...writeNotice(db, { id: email, person: id }, { locale, now }),
    audit(caller, { act: 'people.notice', object: id }),
  ]);
  later(() => post(email));
};

/** Sends a person the link to the preference centre; three an hour and no more, as when they ask. */
export const sendLink = async (
  caller: Caller,
  { id, email, locale }: Pick<Person, 'id' | 'email' | 'locale'>,
): Promise<void> => {
  await audit(caller, { act: 'people.link', object: id }).run();
  askForEntry(caller, { email, locale });
};

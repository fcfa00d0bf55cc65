import type { Person } from '../../contract/people.ts';
import type { NoticeBody } from '../../contract/registering.ts';
import { writeEntry } from '../../people/entries.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
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
  const { db, now, later, post } = caller;
  const message = crypto.randomUUID();
  await db.batch([
    ...writeEntry(db, { id: crypto.randomUUID(), email, message, locale }, now),
    audit(caller, { act: 'people.link', object: id }),
  ]);
  later(() => post(message));
};

import { RequestNote, ToldRecipient } from '../contract/requests.ts';
import { insertEmails } from '../outbox/queue.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import type { Intake, NewRequest } from './store.ts';

/** A request of someone who is not found in the data. */
export const WRITE_UNFOUND = `
INSERT INTO request (id, person, kind, state, asked_at, due_at, channel, identity, taken_by, assignee)
VALUES (?1, NULL, ?2, 'open', ?3, ?4, ?5, ?6, ?7, ?8)`;

export const WRITE_CONTACT = `
INSERT INTO request_contact (request, text)
SELECT number, ?2
FROM request
WHERE id = ?1`;

const INTO_NOTES = `
INSERT INTO request_note (request, person, actor, text, noted_at)
SELECT r.number, p.id, ?2, ?3, ?4
FROM request r
LEFT JOIN person p ON p.id = r.person`;

/** By the request's id or number. */
export const WRITE_NOTE = `${INTO_NOTES}
WHERE r.id = +?1 OR r.number = +?1`;

/** What was done, in the batch that answers a request and ahead of what closes it. */
export const WRITE_NOTE_WHILE_OPEN = `${INTO_NOTES}
WHERE r.number = +?1 AND r.state = 'open'`;

export const NOTES = `
SELECT actor, text, noted_at AS notedAt
FROM request_note
WHERE request = ?1
ORDER BY number
LIMIT 200`;

/** Fails with its batch where the request is not under way: it would have no state. */
export const ASSIGN = `
UPDATE request
SET assignee = ?2, state = IIF(state IN ('open', 'waiting'), state, NULL)
WHERE number = ?1`;

/** Once, while the first deadline has not passed (GDPR art. 12(3)). */
const isExtendable = (number: string, now: string): string =>
  `number = ${number} AND state = 'open' AND extended_at IS NULL AND due_at >= ${now}`;

/** Whether a request may be extended, as a condition of the audit entry. */
export const MAY_EXTEND = `EXISTS (SELECT 1 FROM request WHERE ${isExtendable('?7', '?8')})`;

export const EXTEND = `
UPDATE request
SET due_at = ?2, extended_at = ?3
WHERE ${isExtendable('?1', '?3')}`;

export const WRITE_EXTENDED = insertEmails(
  'request-extended',
  {
    id: '?2',
    person: 'p.id',
    locale: 'p.locale',
    facts: { request: 'r.number' },
    request: 'r.number',
    now: '?3',
  },
  `FROM (SELECT * FROM request WHERE ${isExtendable('?1', '?3')}) r
JOIN person p ON p.id = r.person`,
);

export const WRITE_TOLD = `
INSERT INTO request_told (request, recipient, actor, told_at)
SELECT number, ?2, ?3, ?4
FROM request
WHERE number = ?1
ON CONFLICT (request, recipient) DO UPDATE SET actor = excluded.actor, told_at = excluded.told_at`;

/** Of the last erasure that someone asked for; none where nobody asked. Uses request_by_person. */
export const TELL_OF_ERASURE = `
INSERT INTO request_told (request, recipient, actor, told_at)
SELECT number, ?2, ?3, ?4
FROM request
WHERE person = ?1 AND kind = 'erasure' AND state = 'done'
ORDER BY number DESC
LIMIT 1
ON CONFLICT (request, recipient) DO UPDATE SET actor = excluded.actor, told_at = excluded.told_at`;

export const TOLD = `
SELECT recipient, actor, told_at AS toldAt
FROM request_told
WHERE request = ?1
ORDER BY recipient`;

/** The requests whose asker was not found, some time after the answer. Uses request_contact's own key. */
const UNFOUND = `(SELECT k.request
  FROM request_contact k
  JOIN request r ON r.number = k.request
  WHERE r.ended_at < ?1
  ORDER BY k.request
  LIMIT ?2)`;

export const FORGET_CONTACTS = `
DELETE FROM request_contact
WHERE request IN ${UNFOUND}`;

export const FORGET_UNFOUND_NOTES = `
DELETE FROM request_note
WHERE person IS NULL AND request IN ${UNFOUND}`;

/** Writes a request of someone who is not found in the data. */
export const writeUnfound = (
  db: Database,
  { id, kind, askedAt, dueAt }: Pick<NewRequest, 'id' | 'kind' | 'askedAt' | 'dueAt'>,
  { channel, identity, takenBy, assignee }: Intake,
): D1PreparedStatement =>
  db.prepare(WRITE_UNFOUND).bind(id, kind, askedAt, dueAt, channel, identity, takenBy, assignee);

/** Makes the statement that keeps who asked, by the request's id, where nobody was found. */
export const writeContact = (db: Database, id: string, text: string): D1PreparedStatement =>
  db.prepare(WRITE_CONTACT).bind(id, text);

/** Makes the statement that notes something on a request, by its id or number. */
export const writeNote = (
  db: Database,
  request: string | number,
  { actor, text }: { actor: string; text: string },
  now: number,
): D1PreparedStatement => db.prepare(WRITE_NOTE).bind(request, actor, text, now);

/** Makes the statement that notes on an open request what was done. */
export const writeNoteWhileOpen = (
  db: Database,
  number: number,
  { actor, text }: { actor: string; text: string },
  now: number,
): D1PreparedStatement => db.prepare(WRITE_NOTE_WHILE_OPEN).bind(number, actor, text, now);

/** Reads what was noted on a request, the oldest first. */
export const readNotes = async (db: Database, number: number): Promise<RequestNote[]> =>
  parseRows(RequestNote, (await db.prepare(NOTES).bind(number).all()).results);

/** Makes the statement that gives a request to a user, or to nobody; it fails where that is not under way: see `isNotOpen`. */
export const assign = (
  db: Database,
  number: number,
  assignee: string | null,
): D1PreparedStatement => db.prepare(ASSIGN).bind(number, assignee);

/** Makes the statements that tell a person that an answer takes longer, and extend the deadline. */
export const extend = (
  db: Database,
  { number, email, dueAt }: { number: number; email: string; dueAt: number },
  now: number,
): D1PreparedStatement[] => [
  db.prepare(WRITE_EXTENDED).bind(number, email, now),
  db.prepare(EXTEND).bind(number, dueAt, now),
];

/** Makes the statement that records that a recipient was told; told again, the last time counts. */
export const writeTold = (
  db: Database,
  number: number,
  { recipient, actor, toldAt }: ToldRecipient,
): D1PreparedStatement => db.prepare(WRITE_TOLD).bind(number, recipient, actor, toldAt);

/** Makes the statement that records that a recipient was told of the erasure of someone who asked for it. */
export const tellOfErasure = (
  db: Database,
  person: string,
  { recipient, actor, toldAt }: ToldRecipient,
): D1PreparedStatement => db.prepare(TELL_OF_ERASURE).bind(person, recipient, actor, toldAt);

/** Reads which recipients were told of a request. */
export const readTold = async (db: Database, number: number): Promise<ToldRecipient[]> =>
  parseRows(ToldRecipient, (await db.prepare(TOLD).bind(number).all()).results);

/** Forgets who asked, and the notes about it, where nobody was found and the answer was before a moment; how many. */
export const forgetUnfound = async (
  db: Database,
  before: number,
  limit: number,
): Promise<number> => {
  const [, contacts] = await db.batch([
    db.prepare(FORGET_UNFOUND_NOTES).bind(before, limit),
    db.prepare(FORGET_CONTACTS).bind(before, limit),
  ]);
  return contacts?.meta.changes ?? 0;
};

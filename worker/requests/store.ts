import { z } from 'zod';
import {
  type IdentityCheck,
  PersonRequest,
  RequestChannel,
  type RequestKind,
} from '../contract/requests.ts';
import { insertEmails, queuedIn } from '../outbox/queue.ts';
import { type Act, auditNamed } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Condition, Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** One open request of a kind at a time: asking again while one is under way writes nothing. */
export const WRITE_REQUEST = `
INSERT INTO request (id, person, kind, state, asked_at, due_at, acts_at, ended_at, channel, identity, taken_by, assignee)
SELECT ?8, p.id, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?10, ?11, ?12
FROM person p
WHERE p.id = +?1
  AND (?3 = 'done' OR NOT EXISTS (SELECT 1 FROM request r
    WHERE r.person = p.id AND r.kind = +?2 AND r.state IN ('open', 'waiting')))`;

export const WRITE_MESSAGE = `
INSERT INTO request_message (request, person, text)
SELECT number, person, ?2
FROM request
WHERE id = ?1`;

/** Hangs from a request, which may be of the same batch. */
export const WRITE_EMAIL = insertEmails(
  'request-done',
  {
    id: '?2',
    person: 'p.id',
    template: '?3',
    locale: 'p.locale',
    facts: { request: 'r.number' },
    recipient: '?5',
    request: 'r.number',
    now: '?4',
  },
  `FROM request r
JOIN person p ON p.id = r.person
WHERE r.id = +?1 OR r.number = +?1`,
);

const REQUEST = `
SELECT r.number, r.person, r.kind, r.state, r.asked_at AS askedAt, r.due_at AS dueAt, r.extended_at AS extendedAt,
  r.acts_at AS actsAt, r.ended_at AS endedAt, m.text AS message, r.channel, r.taken_by AS takenBy
FROM request r
LEFT JOIN request_message m ON m.request = r.number`;

export const REQUEST_BY_NUMBER = `${REQUEST}
WHERE r.number = +?1`;

export const REQUEST_BY_ID = `${REQUEST}
WHERE r.id = +?1`;

/** The number of a request, as the audit log names it. */
export const NAME_OF = 'SELECT number AS object FROM request WHERE id = ?7';

/** Uses request_by_person. */
export const REQUESTS_OF = `${REQUEST}
WHERE r.person = +?1
ORDER BY r.number DESC
LIMIT 100`;

/** When the ?4th latest of what a person asked for, or corrected, was; ?3 is 1 for corrections. Uses request_by_person. */
export const LATEST_BUT = `
SELECT asked_at AS askedAt
FROM request
WHERE person = ?1 AND asked_at > ?2 AND (kind = 'rectification' AND state = 'done') = ?3
ORDER BY number DESC
LIMIT 1 OFFSET ?4 - 1`;

export const END_REQUEST = `
UPDATE request
SET state = 'done', ended_at = ?2
WHERE number = ?1 AND state IN ('open', 'waiting')`;

/**
 * Erasures whose time of grace is over. One whose last email has not gone out is left out until ?3, so that
 * those who cannot be reached never keep the others waiting. Uses request_waiting.
 */
export const DUE_ERASURES = `${REQUEST}
WHERE r.state = 'waiting' AND r.acts_at <= ?1
  AND (r.acts_at <= ?3 OR NOT EXISTS (SELECT 1 FROM outbox o
    WHERE o.person = r.person AND o.template = 'request-done' AND o.request = r.number AND o.state = 'waiting'))
ORDER BY r.acts_at
LIMIT ?2`;

/** Whether a person was told that a request `r` of theirs is carried out. */
const IS_TOLD = `EXISTS (SELECT 1 FROM outbox o
    WHERE o.person = r.person AND o.template = 'request-done' AND o.request = r.number)`;

/** The email before everything goes, once, and only while it is still to go. */
export const WRITE_LAST_EMAIL = insertEmails(
  'request-done',
  {
    id: '?2',
    person: 'p.id',
    locale: 'p.locale',
    facts: { request: 'r.number' },
    request: 'r.number',
    now: '?3',
    scheduled: true,
  },
  `FROM request r
JOIN person p ON p.id = r.person
WHERE r.number = +?1 AND r.state = 'waiting' AND NOT ${IS_TOLD}`,
);

/** Only by the person who asked, while it waits, and not once they were told that it is carried out. */
export const CANCEL_REQUEST = `
UPDATE request AS r
SET state = 'cancelled', ended_at = ?3
WHERE number = ?1 AND person = ?2 AND state = 'waiting' AND NOT ${IS_TOLD}`;

/** How the last email about a request fares: its person gets it before everything goes. */
export const LAST_EMAIL = `
SELECT state
FROM outbox
WHERE person = ?1 AND template = 'request-done' AND request = ?2`;

/** The requests of people who are gone are answered by it. Uses request_by_person: the + keeps SQLite from all that are open. */
export const END_OF_ERASED = `
UPDATE request
SET state = 'done', ended_at = ?2
WHERE person IN (SELECT value FROM json_each(?1))
  AND +state IN ('open', 'waiting')
  AND NOT EXISTS (SELECT 1 FROM person WHERE id = request.person)`;

const all = async (query: D1PreparedStatement): Promise<PersonRequest[]> =>
  parseRows(PersonRequest, (await query.all()).results);

/** An erasure to carry out, with how it came and who took it. */
const Erasure = PersonRequest.extend({ channel: RequestChannel, takenBy: z.string() });
export type Erasure = z.infer<typeof Erasure>;

/** A request as it is asked; what is done at once comes with `endedAt`. */
export type NewRequest = {
  id: string;
  person: string;
  kind: RequestKind;
  state: 'open' | 'waiting' | 'done';
  askedAt: number;
  dueAt: number;
  actsAt: number | null;
};

/** How a request came, who took it, and who answers it. */
export type Intake = {
  channel: RequestChannel;
  identity: IdentityCheck;
  takenBy: string;
  assignee: string | null;
};

/** What a person asks for themselves, after a code or link proved that the address is theirs. */
const own: Intake = {
  channel: 'preference-centre',
  identity: 'mailbox',
  takenBy: 'person',
  assignee: null,
};

/** Writes a request, unless one of the kind is under way; the person's own unless it came otherwise. */
export const writeRequest = (
  db: Database,
  { id, person, kind, state, askedAt, dueAt, actsAt }: NewRequest,
  { channel, identity, takenBy, assignee }: Intake = own,
): D1PreparedStatement =>
  db
    .prepare(WRITE_REQUEST)
    .bind(
      person,
      kind,
      state,
      askedAt,
      dueAt,
      actsAt,
      state === 'done' ? askedAt : null,
      id,
      channel,
      identity,
      takenBy,
      assignee,
    );

/** What was written with a request, by the request's id. */
export const writeMessage = (db: Database, request: string, text: string): D1PreparedStatement =>
  db.prepare(WRITE_MESSAGE).bind(request, text);

/** An email about a request, named by id or number; to another address than the person's if one is given. */
export type RequestEmail = {
  id: string;
  template: 'request-received' | 'request-done' | 'request-extended' | 'data-ready';
  request: string | number;
  to?: string;
};

/** Makes the statement that writes an email about a request. */
export const writeEmail = (
  db: Database,
  { id, template, request, to }: RequestEmail,
  now: number,
): D1PreparedStatement => db.prepare(WRITE_EMAIL).bind(request, id, template, now, to ?? null);

export const readRequest = async (
  db: Database,
  number: number,
): Promise<PersonRequest | undefined> => (await all(db.prepare(REQUEST_BY_NUMBER).bind(number)))[0];

export const readRequestById = async (
  db: Database,
  id: string,
): Promise<PersonRequest | undefined> => (await all(db.prepare(REQUEST_BY_ID).bind(id)))[0];

/** Makes the statement that records an act on a request that its batch has written, by its number. */
export const auditRequest = (
  caller: Pick<Caller, 'db' | 'actor' | 'now'>,
  id: string,
  act: Omit<Act, 'object'>,
): D1PreparedStatement => auditNamed(caller, act, NAME_OF, id);

/** A person's own requests, newest first. */
export const requestsOf = (db: Database, person: string) =>
  all(db.prepare(REQUESTS_OF).bind(person));

/** When (UTC ms) the so many-th latest since a moment was; null where there are fewer. */
export const latestBut = (
  db: Database,
  person: string,
  isCorrection: boolean,
  since: number,
  many: number,
): Promise<number | null> =>
  db
    .prepare(LATEST_BUT)
    .bind(person, since, isCorrection ? 1 : 0, many)
    .first<number>('askedAt');

/** Reads erasures to carry out; those whose last email does not go out once they are due for so long. */
export const dueErasures = async (
  db: Database,
  now: number,
  limit: number,
  patience: number,
): Promise<Erasure[]> =>
  parseRows(
    Erasure,
    (
      await db
        .prepare(DUE_ERASURES)
        .bind(now, limit, now - patience)
        .all()
    ).results,
  );

/** Makes the statement that ends the request of someone who is gone. */
export const endRequest = (db: Database, number: number, now: number): D1PreparedStatement =>
  db.prepare(END_REQUEST).bind(number, now);

/** Writes the email before everything of a person goes; false where it is written, or nothing is to go any more. */
export const writeLastEmail = async (
  db: Database,
  number: number,
  id: string,
  now: number,
): Promise<boolean> =>
  queuedIn(await db.prepare(WRITE_LAST_EMAIL).bind(number, id, now).run()) === 1;

/** Cancels a request of a person that waits; false where it does not, or not any more. */
export const cancelWaiting = async (
  db: Database,
  person: string,
  number: number,
  now: number,
): Promise<boolean> =>
  (await db.prepare(CANCEL_REQUEST).bind(number, person, now).run()).meta.changes > 0;

/** Reads how the last email about a request fares; null where there is none. */
export const lastEmail = (db: Database, person: string, request: number) =>
  db.prepare(LAST_EMAIL).bind(person, request).first<string>('state');

/** Holds while an erasure waits: one that was taken back in the meantime is none any more. */
export const stillWaits = (number: number): Condition => ({
  sql: (parameter) =>
    `EXISTS (SELECT 1 FROM request WHERE number = ${parameter} AND state = 'waiting')`,
  value: number,
});

/** Makes the statement that ends every request of people whom an earlier one of its batch erased. */
export const endRequestsOfErased = (
  db: Database,
  people: readonly string[],
  now: number,
): D1PreparedStatement => db.prepare(END_OF_ERASED).bind(JSON.stringify(people), now);

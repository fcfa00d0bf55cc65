import {
  type IdentityCheck,
  PersonRequest,
  type RequestChannel,
  type RequestKind,
} from '../contract/requests.ts';
import { insertEmails } from '../outbox/queue.ts';
import { type Act, auditNamed } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** One open request of a kind at a time: asking again while one is under way writes nothing. */
export const WRITE_REQUEST = `
INSERT INTO request (id, person, kind, state, asked_at, due_at, acts_at, ended_at, channel, identity, taken_by, assignee)
SELECT ?8, p.id, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?10, ?11, ?12
FROM person p
WHERE p.id = ?1
  AND (?3 = 'done' OR NOT EXISTS (SELECT 1 FROM request r
    WHERE r.person = p.id AND r.kind = ?2 AND r.state IN ('open', 'waiting')))`;

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

/** Reads requests `r` with what was written with them, of which something holds. */
export const selectRequests = (where: string): string => `
SELECT r.number, r.person, r.kind, r.state, r.asked_at AS askedAt, r.due_at AS dueAt, r.extended_at AS extendedAt,
  r.acts_at AS actsAt, r.ended_at AS endedAt, m.text AS message, r.channel, r.taken_by AS takenBy
FROM request r
LEFT JOIN request_message m ON m.request = r.number
WHERE ${where}`;

export const REQUEST_BY_NUMBER = selectRequests('r.number = +?1');

export const REQUEST_BY_ID = selectRequests('r.id = +?1');

/** The number of a request, as the audit log names it. */
export const NAME_OF = 'SELECT number AS object FROM request WHERE id = ?7';

/** Uses request_by_person. */
export const REQUESTS_OF = selectRequests(`r.person = +?1
ORDER BY r.number DESC
LIMIT 100`);

/** When the ?4th latest of what a person asked for, or corrected, was; ?3 is 1 for corrections. Uses request_by_person. */
export const LATEST_BUT = `
SELECT asked_at AS askedAt
FROM request
WHERE person = ?1 AND asked_at > ?2 AND (kind = 'rectification' AND state = 'done') = ?3
ORDER BY number DESC
LIMIT 1 OFFSET ?4 - 1`;

const all = async (query: D1PreparedStatement): Promise<PersonRequest[]> =>
  parseRows(PersonRequest, (await query.all()).results);

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

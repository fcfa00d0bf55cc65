// How open requests are answered. Each statement asks whether the request is open, and what closes it comes last
// in its batch: of two answers at once the second writes nothing.
import { insertEmails } from '../outbox/queue.ts';
import type { Database } from '../platform/database.ts';

/** What asks for a copy of one's data, as SQL: it is answered with that copy. */
const COPIES = "('access', 'portability')";

export const FINISH = `
UPDATE request
SET state = 'done', ended_at = ?2
WHERE number = ?1 AND state = 'open'`;

export const REFUSE = `
UPDATE request
SET state = 'done', refused = 1, ended_at = ?2
WHERE number = ?1 AND state = 'open'`;

/** Why a request was refused; erased with the person. */
export const WRITE_REASON = `
INSERT INTO request_reason (request, person, text)
SELECT number, person, ?2
FROM request
WHERE number = ?1 AND state = 'open' AND EXISTS (SELECT 1 FROM person WHERE id = request.person)`;

export const REASON = 'SELECT text FROM request_reason WHERE request = ?1';

export const WRITE_ANSWER = insertEmails(
  'request-done',
  {
    id: '?2',
    person: 'p.id',
    template: `CASE WHEN ?3 = 'request-done' AND r.kind IN ${COPIES} THEN 'data-ready' ELSE ?3 END`,
    locale: 'p.locale',
    facts: { request: 'r.number' },
    request: 'r.number',
    now: '?4',
  },
  `FROM request r
JOIN person p ON p.id = r.person
WHERE r.number = ?1 AND r.state = 'open'`,
);

/** Whether a request is open, as a condition of the audit entry of its answer. */
export const IS_OPEN = "EXISTS (SELECT 1 FROM request WHERE number = ?7 AND state = 'open')";

/** Makes the statement that finishes a request. */
export const finishRequest = (db: Database, number: number, now: number): D1PreparedStatement =>
  db.prepare(FINISH).bind(number, now);

/** Makes the statement that refuses a request. */
export const refuseRequest = (db: Database, number: number, now: number): D1PreparedStatement =>
  db.prepare(REFUSE).bind(number, now);

/** Makes the statement that keeps why a request is refused. */
export const writeReason = (db: Database, number: number, reason: string): D1PreparedStatement =>
  db.prepare(WRITE_REASON).bind(number, reason);

/** Reads why a request was refused; null if it was not. */
export const readReason = (db: Database, number: number): Promise<string | null> =>
  db.prepare(REASON).bind(number).first<string>('text');

/** An email that tells a person how their request was answered: one that asks for a copy gets `data-ready`. */
export type Answer = {
  id: string;
  template: 'request-done' | 'request-refused';
  request: number;
};

/** Makes the statement that writes it. */
export const writeAnswer = (
  db: Database,
  { id, template, request }: Answer,
  now: number,
): D1PreparedStatement => db.prepare(WRITE_ANSWER).bind(request, id, template, now);

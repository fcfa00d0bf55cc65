// Erasures wait for their time of grace, and end with the person.
import { z } from 'zod';
import { PersonRequest, RequestChannel } from '../contract/requests.ts';
import { insertEmails, queuedIn } from '../outbox/queue.ts';
import type { Condition, Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { selectRequests } from './store.ts';

/**
 * Erasures whose time of grace is over. One whose last email has not gone out is left out until ?3, so that
 * those who cannot be reached never keep the others waiting. Uses request_waiting.
 */
export const DUE_ERASURES = selectRequests(`r.state = 'waiting' AND r.acts_at <= ?1
  AND (r.acts_at <= ?3 OR NOT EXISTS (SELECT 1 FROM outbox o
    WHERE o.person = r.person AND o.template = 'request-done' AND o.request = r.number AND o.state = 'waiting'))
ORDER BY r.acts_at
LIMIT ?2`);

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

export const END_REQUEST = `
UPDATE request
SET state = 'done', ended_at = ?2
WHERE number = ?1 AND state IN ('open', 'waiting')`;

/** An erasure to carry out, with how it came and who took it. */
const Erasure = PersonRequest.extend({ channel: RequestChannel, takenBy: z.string() });
export type Erasure = z.infer<typeof Erasure>;

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

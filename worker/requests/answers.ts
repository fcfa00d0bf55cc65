// How open requests are answered. Each statement asks whether the request is open, and what closes it comes last
// in its batch: of two answers at once the second writes nothing.
import { z } from 'zod';
import { insertEmails } from '../outbox/queue.ts';
import { type Condition, type Database, isRefused } from '../platform/database.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { parseRows } from '../platform/rows.ts';

export const FINISH = `
UPDATE request
SET state = 'done', ended_at = ?2
WHERE number = ?1 AND state = 'open'`;

/** The same where all of the batch hangs from it: fails on a request that is not open. */
export const FINISH_OR_FAIL = `
UPDATE request
SET state = CASE state WHEN 'open' THEN 'done' END, ended_at = ?2
WHERE number = ?1`;

export const REFUSE = `
UPDATE request
SET state = 'refused', ended_at = ?2
WHERE number = ?1 AND state = 'open'`;

/** Begins the grace period of an erasure. */
export const BEGIN_GRACE = `
UPDATE request
SET state = 'waiting', acts_at = ?2
WHERE number = ?1 AND state = 'open'`;

/** What the person was told of a refusal, or of an extension at the moment ?4; erased with the person. */
export const WRITE_REASON = `
INSERT INTO request_reason (request, about, person, text)
SELECT number, ?3, person, ?2
FROM request
WHERE number = ?1 AND state = 'open' AND EXISTS (SELECT 1 FROM person WHERE id = request.person)
  AND (?3 = 'refusal' OR extended_at = ?4)
ON CONFLICT (request, about) DO NOTHING`;

export const REASONS = 'SELECT about, text FROM request_reason WHERE request = ?1';

export const WRITE_ANSWER = insertEmails(
  'request-done',
  {
    id: '?2',
    person: 'p.id',
    template: '?3',
    locale: 'p.locale',
    facts: { request: 'r.number' },
    request: 'r.number',
    now: '?4',
  },
  `FROM request r
JOIN person p ON p.id = r.person
WHERE r.number = +?1 AND r.state = 'open'`,
);

const isOpenAs = (number: string): string =>
  `EXISTS (SELECT 1 FROM request WHERE number = ${number} AND state = 'open')`;

/** Whether a request is open, as a condition of the audit entry of its answer. */
export const IS_OPEN = isOpenAs('?7');

/** Holds while a request is open: what its answer does is done once. */
export const whileOpen = (number: number): Condition => ({ sql: isOpenAs, value: number });

/** Makes the statement that finishes a request. */
export const finishRequest = (db: Database, number: number, now: number): D1PreparedStatement =>
  db.prepare(FINISH).bind(number, now);

/** Makes the statement that finishes a request, and fails with its batch if it is not open: see `isNotOpen`. */
export const finishOrFail = (db: Database, number: number, now: number): D1PreparedStatement =>
  db.prepare(FINISH_OR_FAIL).bind(number, now);

/** Tells whether a batch failed because the request that it finishes is not open. */
export const isNotOpen = (error: unknown): boolean =>
  isRefused(error, 'NOT NULL constraint failed: request.state');

/** Says why nothing is done: the request is not open. */
export const notOpen = (): ProblemError =>
  new ProblemError('conflict', { detail: 'This request is not open.' });

/** Makes the statement that refuses a request. */
export const refuseRequest = (db: Database, number: number, now: number): D1PreparedStatement =>
  db.prepare(REFUSE).bind(number, now);

/** Makes the statement that begins the grace period of an erasure, until `actsAt` (UTC ms). */
export const beginGrace = (db: Database, number: number, actsAt: number): D1PreparedStatement =>
  db.prepare(BEGIN_GRACE).bind(number, actsAt);

const Reason = z.object({ about: z.enum(['refusal', 'extension']), text: z.string() });
type About = z.infer<typeof Reason>['about'];

/** Makes the statement that keeps what a person is told of a refusal or an extension. */
export const writeReason = (
  db: Database,
  number: number,
  { about, text }: { about: About; text: string },
  now: number,
): D1PreparedStatement => db.prepare(WRITE_REASON).bind(number, text, about, now);

/** Reads what a person was told of a refusal and an extension. */
export const readReasons = async (
  db: Database,
  number: number,
): Promise<Partial<Record<About, string>>> =>
  Object.fromEntries(
    parseRows(Reason, (await db.prepare(REASONS).bind(number).all()).results).map(
      ({ about, text }) => [about, text],
    ),
  );

/** An email that tells a person how their request was answered. */
export type Answer = {
  id: string;
  template: 'request-received' | 'request-done' | 'request-refused' | 'data-ready';
  request: number;
};

/** Makes the statement that writes it. */
export const writeAnswer = (
  db: Database,
  { id, template, request }: Answer,
  now: number,
): D1PreparedStatement => db.prepare(WRITE_ANSWER).bind(request, id, template, now);

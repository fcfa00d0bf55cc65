import type { RefusalBody } from '../../contract/requests.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import {
  finishRequest,
  IS_OPEN,
  refuseRequest,
  writeAnswer,
  writeReason,
} from '../../requests/answers.ts';
import { readRequest } from '../../requests/store.ts';

/** Why nothing was answered: there is no such request, or it is not open. */
const unanswered = async ({ db }: Caller, number: number): Promise<ProblemError> =>
  (await readRequest(db, number))
    ? new ProblemError('conflict', { detail: 'This request is not open.' })
    : new ProblemError('not-found', { detail: 'There is no such request.' });

/**
 * Finishes an open request and notifies its person by email. Throws 404 where there is none, and 409 where it is
 * not open: of two answers at once the second writes nothing.
 */
export const finish = async (caller: Caller, number: number): Promise<void> => {
  const { db, now, later, post } = caller;
  const email = crypto.randomUUID();
  const act = { act: 'request.done', object: String(number) };
  const results = await db.batch([
    auditWhere(caller, act, IS_OPEN, number),
    writeAnswer(db, { id: email, template: 'request-done', request: number }, now),
    finishRequest(db, number, now),
  ]);
  if (results.at(-1)?.meta.changes !== 1) throw await unanswered(caller, number);
  later(() => post(email));
};

/**
 * Refuses an open request; emails its person the reason and their rights (GDPR art. 12(4)). Throws as
 * `finish` does.
 */
export const refuse = async (
  caller: Caller,
  number: number,
  { reason }: RefusalBody,
): Promise<void> => {
  const { db, now, later, post } = caller;
  const email = crypto.randomUUID();
  const act = { act: 'request.refuse', object: String(number) };
  const results = await db.batch([
    auditWhere(caller, act, IS_OPEN, number),
    writeReason(db, number, reason),
    writeAnswer(db, { id: email, template: 'request-refused', request: number }, now),
    refuseRequest(db, number, now),
  ]);
  if (results.at(-1)?.meta.changes !== 1) throw await unanswered(caller, number);
  later(() => post(email));
};

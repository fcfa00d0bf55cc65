import type { DoneBody, RefusalBody } from '../../contract/requests.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import {
  finishRequest,
  IS_OPEN,
  refuseRequest,
  writeAnswer,
  writeReason,
} from '../../requests/answers.ts';
import { writeNoteWhileOpen } from '../../requests/case.ts';
import { whyNothing } from './open.ts';

/**
 * Finishes an open request that was carried out by other means than an action here, with a note of what was
 * done, and notifies its person by email. Throws 404 where there is none, and 409 where it is not open: of two
 * answers at once the second writes nothing.
 */
export const finish = async (caller: Caller, number: number, { note }: DoneBody): Promise<void> => {
  const { db, actor, now, later, post } = caller;
  const email = crypto.randomUUID();
  const act = { act: 'request.done', object: String(number) };
  const results = await db.batch([
    auditWhere(caller, act, IS_OPEN, number),
    writeNoteWhileOpen(db, number, { actor, text: note }, now),
    writeAnswer(db, { id: email, template: 'request-done', request: number }, now),
    finishRequest(db, number, now),
  ]);
  if (!results.at(-1)?.meta.changes) throw await whyNothing(caller, number);
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
    writeReason(db, number, { about: 'refusal', text: reason }, now),
    writeAnswer(db, { id: email, template: 'request-refused', request: number }, now),
    refuseRequest(db, number, now),
  ]);
  if (!results.at(-1)?.meta.changes) throw await whyNothing(caller, number);
  later(() => post(email));
};

import type { ExtensionBody, ToldBody } from '../../contract/requests.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { withoutContacts } from '../../platform/email.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { monthsAfter } from '../../platform/zone.ts';
import { writeReason } from '../../requests/answers.ts';
import { extend, MAY_EXTEND, writeNote, writeTold } from '../../requests/case.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { requireCase } from './open.ts';

/** Notes something on a request, also on one that was answered. */
export const noteOn = async (caller: Caller, number: number, text: string): Promise<void> => {
  const { db, actor, now } = caller;
  await requireCase(caller, number);
  await db.batch([
    writeNote(db, number, { actor, text }, now),
    audit(caller, { act: 'request.note', object: String(number) }),
  ]);
};

/**
 * Extends the deadline of an open request by one or two months, once and before it has passed, and emails its
 * person the reason (GDPR art. 12(3)). Throws 404 where there is none, and 409 where it may not be extended.
 */
export const extendRequest = async (
  caller: Caller,
  number: number,
  { months, reason }: ExtensionBody,
): Promise<number> => {
  const { db, now, later, post } = caller;
  const found = await requireCase(caller, number);
  const dueAt = monthsAfter(await knownZone(db), found.askedAt, 1 + months);
  const email = crypto.randomUUID();
  const act = { act: 'request.extend', object: String(number), after: { months } };
  const [, , extended] = await db.batch([
    auditWhere(caller, act, MAY_EXTEND, number, now),
    ...extend(db, { number, email, dueAt }, now),
    writeReason(db, number, { about: 'extension', text: reason }, now),
  ]);
  if (extended?.meta.changes !== 1)
    throw new ProblemError('conflict', {
      detail: 'Only an open request can be extended, once and before its deadline.',
    });
  later(() => post(email));
  return dueAt;
};

/** Records that a recipient of the data was told of a request (GDPR art. 19). */
export const recordTold = async (
  caller: Caller,
  number: number,
  { recipient, toldAt }: ToldBody,
): Promise<void> => {
  const { db, actor, now } = caller;
  await requireCase(caller, number);
  const told = { recipient: withoutContacts(recipient), actor, toldAt: toldAt ?? now };
  await db.batch([
    writeTold(db, number, told),
    audit(caller, { act: 'request.told', object: String(number), after: told }),
  ]);
};

import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { saveEdit } from '../../platform/edits.ts';
import { invalidField } from '../../platform/problems/problem.ts';
import { isNotOpen, notOpen } from '../../requests/answers.ts';
import { assign } from '../../requests/case.ts';
import { readUser } from '../users/store.ts';
import { underWay } from './open.ts';

/** Throws unless a request may be given to this user: one who is active and may answer requests. */
export const requireAssignee = async (db: Database, assignee: string | null): Promise<void> => {
  if (assignee === null) return;
  const user = await readUser(db, assignee);
  if (user?.active && user.rights.includes('requests')) return;
  throw invalidField('assignee', 'unknown', 'Select an active user with the right "requests".');
};

/** Names the assignment of a request among what is edited as a whole. */
export const assigneeEdit = (number: number): string => `request/${number}/assignee`;

/**
 * Gives a request that is under way to a user, or to nobody. Throws 412 where someone else has given it to another
 * since the assignment was seen, and 409 where the request is answered.
 */
export const assignRequest = async (
  caller: Caller,
  number: number,
  assignee: string | null,
  seen?: number,
): Promise<void> => {
  const { db } = caller;
  await requireAssignee(db, assignee);
  const before = await underWay(caller, number);
  try {
    await saveEdit(caller, { object: assigneeEdit(number), seen }, [
      assign(db, number, assignee),
      audit(caller, {
        act: 'request.assign',
        object: String(number),
        before: { assignee: before.assignee },
        after: { assignee },
      }),
    ]);
  } catch (error) {
    throw isNotOpen(error) ? notOpen() : error;
  }
};

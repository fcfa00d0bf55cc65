// Whom the next run reads again, besides those whose consents change here.
import { HOUR } from '../platform/time.ts';
import { isDone } from './kit/changes.ts';
import type { Plan } from './plan.ts';

/** So long a yes that was written and is not seen may yet be carried out. */
const PENDING_MS = HOUR;

/** Says whether someone is read again because of what was noted of them before, as where their address has changed. */
const hasMoved = ({ person }: Plan): boolean => person?.hasMoved === true;

/** Says whether what was written to someone stands there by now; what the tool refuses never will. */
const isCarriedOut = ({ writes, contacts, counts }: Plan): boolean =>
  counts.some(({ what }) => what === 'refused-by-tool') ||
  writes.every(({ contact, changes }) =>
    contacts.some(
      ({ id, targets }) =>
        (contact === null || contact.id === id) &&
        isDone(new Map(Object.entries(targets)), changes),
    ),
  );

/** Says whether a yes that nobody means any more may yet be carried out there. */
const isPending = ({ contacts, counts }: Plan, now: number): boolean =>
  counts.length === 0 &&
  contacts.some(({ targets }) =>
    Object.values(targets).some(
      ({ state, wrote, seenAt }) =>
        state === 'absent' && wrote === 'on' && now - seenAt < PENDING_MS,
    ),
  );

/** Whether the next run reads someone again, and whether nothing is left to be written to them in this one. */
export type Left = { isAgain: boolean; isDone: boolean };

/** Says before anything is written what is left: someone whose address has changed is read again until it is. */
export const leftBefore = (plan: Plan, now: number): Left => {
  const isDone = plan.writes.length === 0;
  return { isAgain: isDone ? isPending(plan, now) : hasMoved(plan), isDone };
};

/**
 * Says the same after it was written, or has failed. What a tool does later than it answers is looked at once more:
 * consent may have been withdrawn until then.
 */
export const leftAfter = (plan: Plan, hasFailed: boolean): Left =>
  hasFailed
    ? { isAgain: hasMoved(plan), isDone: false }
    : { isAgain: !hasMoved(plan) && !isCarriedOut(plan), isDone: true };

/** Says the same of a dry run, which leaves everything as it is. */
export const leftDry = (plan: Plan): Left => ({ isAgain: hasMoved(plan), isDone: true });

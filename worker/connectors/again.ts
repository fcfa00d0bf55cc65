// Whom the next run reads again, besides those whose consents change here.
import { HOUR } from '../platform/time.ts';
import { isDone } from './kit/changes.ts';
import type { Plan } from './plan.ts';

/** So long a yes that was written and is not seen may yet be carried out. */
const PENDING_MS = HOUR;

/** Says whether someone is read again because of what was noted of them before, as where their address has changed. */
export const hasMoved = ({ person }: Plan): boolean => person?.hasMoved === true;

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

/** Says before anything is written whether someone is read again: until it is, where their address has changed. */
export const isReadAgain = (plan: Plan, now: number): boolean =>
  plan.writes.length > 0 ? hasMoved(plan) : isPending(plan, now);

/**
 * Says the same after it was written, or has failed. What a tool does later than it answers is looked at once more:
 * consent may have been withdrawn until then.
 */
export const isReadAgainAfter = (plan: Plan, hasFailed: boolean): boolean =>
  hasFailed ? hasMoved(plan) : !hasMoved(plan) && !isCarriedOut(plan);

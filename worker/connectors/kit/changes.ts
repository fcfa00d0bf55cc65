import type { Changes, Contact } from './connector.ts';
import { type Read, sends } from './rule.ts';

/** The lists that are written to on or off, where their ids are numbers. */
export const idsOf = (changes: Changes, to: 'on' | 'off'): number[] =>
  [...changes].flatMap(([list, wanted]) => (wanted === to ? [Number(list)] : []));

/**
 * Of changes that were decided by how a contact stood, those that are right still: what was turned off since, or lies
 * behind a no to everything, is not turned on.
 */
export const withoutNews = (decided: Contact, current: Contact, changes: Changes): Changes =>
  new Map(
    [...changes].filter(([target, to]) => {
      const [stood, now] = [decided.targets.get(target), current.targets.get(target)];
      if (to === 'off' || now?.state !== 'off') return true;
      return !now.isBlocked && stood?.state === 'off' && stood.at === now.at;
    }),
  );

/** Says whether the targets of a contact stand as they were written. */
export const isDone = (
  targets: ReadonlyMap<string, Pick<Read, 'state'>>,
  changes: Changes,
): boolean =>
  [...changes].every(([target, to]) => {
    const now = targets.get(target);
    return to === 'on' ? now?.state === 'on' : !sends(now);
  });

// What an email says that someone's data is used for: only what holds, never what they said no to.
import type { Person } from '../contract/people.ts';
import { isYes } from '../ledger/rules.ts';

/** The purposes that a person agreed to, is still to confirm, or was told of. */
export const usedFor = ({ standings }: Person): ReadonlySet<string> =>
  new Set(
    standings.flatMap(({ purpose, decision }) => (purpose && isYes(decision) ? [purpose] : [])),
  );

// What an email says that someone's data is used for: only what holds, never what they said no to.
import { isYes } from '../ledger/rules.ts';
import type { Stands } from '../platform/told.ts';

/** The purposes that a person agreed to, is still to confirm, or was told of. */
export const usedFor = (standings: readonly Stands[]): ReadonlySet<string> =>
  new Set(
    standings.flatMap(({ purpose, decision }) => (purpose && isYes(decision) ? [purpose] : [])),
  );

import { isFullSlice, reviveSlice } from '../../outbox/dead.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** So many slices at most in one request, which D1 answers only so many queries. */
const MOST_SLICES = 30;

/**
 * Gives failed emails their tries back, as many as one request can, and answers how many that were; the schedule
 * sends them.
 */
export const retryFailed = async (caller: Caller): Promise<number> => {
  const { db, now } = caller;
  let retried = 0;
  for (let slice = 0; slice < MOST_SLICES; slice++) {
    const [revived] = await db.batch([
      reviveSlice(db, now),
      ...(slice === 0 ? [audit(caller, { act: 'mail.retry', object: 'dead' })] : []),
    ]);
    const changed = revived?.meta.changes ?? 0;
    retried += changed;
    if (!isFullSlice(changed)) break;
  }
  return retried;
};

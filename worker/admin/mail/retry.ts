import { revive, revivedIn } from '../../outbox/outbox.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** Gives every failed email its tries back, and answers how many there were; the schedule sends them. */
export const retryFailed = async (caller: Caller): Promise<number> => {
  const { db, now } = caller;
  const [revived] = await db.batch([
    revive(db, now),
    audit(caller, { act: 'mail.retry', object: 'dead' }),
  ]);
  return revivedIn(revived).length;
};

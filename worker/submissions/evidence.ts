import type { Database } from '../platform/database.ts';

/** By the primary key, which begins with the time. */
export const EXPIRED_EVIDENCE = `
DELETE FROM evidence
WHERE (expires_at, submission) IN (SELECT expires_at, submission FROM evidence WHERE expires_at <= ?1 LIMIT ?2)`;

const SLICE = 1000;
const MOST_SLICES = 20;

/**
 * Erases the addresses and browsers whose time is up, in slices so that visitors are never kept
 * waiting; what is left is for the next run. Answers how many rows went.
 */
export const eraseExpiredEvidence = async (db: Database, now: number): Promise<number> => {
  let erased = 0;
  for (let slice = 0; slice < MOST_SLICES; slice++) {
    const { meta } = await db.prepare(EXPIRED_EVIDENCE).bind(now, SLICE).run();
    erased += meta.changes;
    if (meta.changes < SLICE) break;
  }
  return erased;
};

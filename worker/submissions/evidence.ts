import type { Database } from '../platform/database.ts';
import { trimDue } from '../platform/trim.ts';

/** By the primary key, which begins with the time; as the next. */
export const EVIDENCE_DUE = 'SELECT 1 AS due FROM evidence WHERE expires_at <= ?1 LIMIT 1';

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
    const changes = await trimDue(db, { due: EVIDENCE_DUE, trim: EXPIRED_EVIDENCE }, now, SLICE);
    erased += changes;
    if (changes < SLICE) break;
  }
  return erased;
};

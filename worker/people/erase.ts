import type { Database } from '../platform/database.ts';

/** Fields, submissions, evidence, standings, subjects, comments, messages and mail go with the people. */
export const ERASE = `
DELETE FROM person
WHERE id IN (SELECT value FROM json_each(?1))`;

export const SUPPRESS = `
INSERT INTO suppression (hash, created_at)
SELECT value, ?2
FROM json_each(?1)
WHERE value IS NOT NULL
ON CONFLICT (hash) DO NOTHING`;

/** Their requests are answered by it. Uses request_by_person. */
export const END_REQUESTS = `
UPDATE request
SET state = 'done', ended_at = ?2
WHERE person IN (SELECT value FROM json_each(?1)) AND state IN ('open', 'waiting')`;

/**
 * The statements that erase people at once and remember keyed hashes of their addresses, for one batch.
 * What is to be written to the ledger belongs before them; it stays, and says nothing of who they were.
 */
export const erasePeople = (
  db: Database,
  ids: readonly string[],
  hashes: readonly (string | null)[],
  now: number,
): D1PreparedStatement[] => [
  db.prepare(SUPPRESS).bind(JSON.stringify(hashes), now),
  db.prepare(END_REQUESTS).bind(JSON.stringify(ids), now),
  db.prepare(ERASE).bind(JSON.stringify(ids)),
];

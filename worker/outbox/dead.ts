// Emails that failed for good, and another try for them.
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** Uses outbox_dead. */
export const DEAD = `
SELECT id, person, template, tries, error, created_at AS createdAt
FROM outbox
WHERE state = 'dead'
ORDER BY created_at
LIMIT 500`;

const DeadRow = z.object({
  id: z.string(),
  person: z.string().nullable(),
  template: z.string(),
  tries: z.number(),
  error: z.string().nullable(),
  createdAt: z.number(),
});

/** Emails that failed. */
export const readDead = async (db: Database) => {
  const { results } = await db.prepare(DEAD).all();
  return parseRows(DeadRow, results);
};

/** So many emails get their tries back in one statement, which holds up no sign-up. */
const SLICE = 5000;

/** Gives the oldest dead emails their tries back. Uses outbox_dead. */
export const REVIVE = `
UPDATE outbox
SET state = 'waiting', tries = 0, next_at = ?1
WHERE id IN (SELECT id FROM outbox WHERE state = 'dead' ORDER BY created_at LIMIT ?2)`;

/** Makes the statement that retries a slice of the failed emails, the oldest first. */
export const reviveSlice = (db: Database, now: number): D1PreparedStatement =>
  db.prepare(REVIVE).bind(now, SLICE);

/** Says whether a slice that was retried may not have been the last. */
export const isFullSlice = (revived: number): boolean => revived === SLICE;

/** Gives the dead emails of a submission their tries back. Uses outbox_dead_of_submission. */
export const REVIVE_OF = `
UPDATE outbox
SET state = 'waiting', tries = 0, next_at = ?1
WHERE state = 'dead' AND facts ->> '$.submission' = ?2
RETURNING id`;

/** Makes the statement that retries the failed emails of a submission. */
export const reviveOf = (db: Database, now: number, submission: string): D1PreparedStatement =>
  db.prepare(REVIVE_OF).bind(now, submission);

const IdRow = z.object({ id: z.string() });

/** The ids of the emails that `reviveOf` gave their tries back. */
export const revivedIn = (result: D1Result | undefined): string[] =>
  parseRows(IdRow, result?.results).map(({ id }) => id);

import { z } from 'zod';
import type { ActsQuery, KeptAct } from '../../contract/audit.ts';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';

const SELECT = `
SELECT sequence, actor, act, object, before, after, recorded_at AS recordedAt
FROM audit`;

/** By the index of whichever is named first: object, actor, act; else by the primary key. */
export const ACTS = {
  object: `${SELECT}
WHERE object = ?3 AND (?1 = '' OR actor = ?1) AND (?2 = '' OR act = ?2) AND sequence < ?4
ORDER BY sequence DESC
LIMIT ?5`,
  actor: `${SELECT}
WHERE actor = ?1 AND (?2 = '' OR act = ?2) AND (?3 = '' OR object = ?3) AND sequence < ?4
ORDER BY sequence DESC
LIMIT ?5`,
  act: `${SELECT}
WHERE act = ?2 AND (?1 = '' OR actor = ?1) AND (?3 = '' OR object = ?3) AND sequence < ?4
ORDER BY sequence DESC
LIMIT ?5`,
  all: `${SELECT}
WHERE (?1 = '' OR actor = ?1) AND (?2 = '' OR act = ?2) AND (?3 = '' OR object = ?3) AND sequence < ?4
ORDER BY sequence DESC
LIMIT ?5`,
};

/** What was before or after: JSON, or null where there was nothing. */
const Kept = z
  .string()
  .nullable()
  .transform((text): unknown => (text === null ? null : JSON.parse(text)));

const ActRow = z.object({
  sequence: z.number(),
  actor: z.string(),
  act: z.string(),
  object: z.string(),
  before: Kept,
  after: Kept,
  recordedAt: z.number(),
});

/** A page of the log, the newest first. */
export const readActs = async (
  db: Database,
  { actor, act, object, before, limit }: ActsQuery,
): Promise<KeptAct[]> => {
  const by = object ? 'object' : actor ? 'actor' : act ? 'act' : 'all';
  const { results } = await db.prepare(ACTS[by]).bind(actor, act, object, before, limit).all();
  return parseRows(ActRow, results);
};

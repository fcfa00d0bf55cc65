import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

export const IS_SUPPRESSED = 'SELECT 1 FROM suppression WHERE hash = ?1';

/** Each by its primary key. */
export const SUPPRESSED_AMONG = `
SELECT s.hash
FROM json_each(?1) h
JOIN suppression s ON s.hash = h.value`;

/** Whether the address behind a hash was erased. */
export const isSuppressed = async (db: Database, hash: string): Promise<boolean> =>
  (await db.prepare(IS_SUPPRESSED).bind(hash).first()) !== null;

const HashRow = z.object({ hash: z.string() });

/** Those hashes whose addresses were erased. */
export const suppressedAmong = async (
  db: Database,
  hashes: readonly (string | null)[],
): Promise<ReadonlySet<string>> => {
  const { results } = await db.prepare(SUPPRESSED_AMONG).bind(JSON.stringify(hashes)).all();
  const rows = parseRows(HashRow, results);
  return new Set(rows.map(({ hash }) => hash));
};

import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** The words of a purpose, as some statement shows them. */
export type Wording = { title: string; text: string; description: string };

/** How many gave their consent on a statement, and what it says of the purpose. */
export type GivenOn = { statement: string; locale: string; count: number; wording: Wording };

const COLUMNS = `
  w.statement, w.count, t.content ->> '$.locale' AS locale, t.created_at,
  p.value ->> '$.title' AS title, p.value ->> '$.text' AS text, p.value ->> '$.description' AS description
FROM shown w
JOIN statement t ON t.sha256 = w.statement`;

/** A form has its purposes in sections, the preference centre by themselves. */
export const GIVEN_ON = `
WITH shown AS MATERIALIZED (
  SELECT statement, count
  FROM wording_count
  WHERE purpose = ?1 AND count > 0
)
SELECT ${COLUMNS}
JOIN json_each(t.content, '$.sections') s
JOIN json_each(s.value, '$.purposes') p
WHERE p.value ->> '$.key' = ?1
UNION ALL
SELECT ${COLUMNS}
JOIN json_each(t.content, '$.purposes') p
WHERE p.value ->> '$.key' = ?1
ORDER BY 4 DESC`;

const Row = z
  .object({
    statement: z.string(),
    count: z.number(),
    locale: z.string(),
    title: z.string(),
    text: z.string(),
    description: z.string(),
  })
  .transform(({ title, text, description, ...row }) => ({
    ...row,
    wording: { title, text, description },
  }));

/**
 * How many stand as given by what they were shown, the newest words first. Those who were shown nothing of
 * ours, but registered by hand or imported, are in none.
 */
export const givenOn = async (db: Database, purpose: string): Promise<GivenOn[]> =>
  parseRows(Row, (await db.prepare(GIVEN_ON).bind(purpose).all()).results);

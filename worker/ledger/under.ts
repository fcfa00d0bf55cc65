import { z } from 'zod';
import type { Database } from '../platform/database.ts';

/** There are tens of subscription types; also those that are no longer active may stand as a yes. */
export const TYPES_UNDER = `
SELECT key, purpose
FROM subscription_type
WHERE purpose IN (SELECT value FROM json_each(?1))`;

const Row = z.object({ key: z.string(), purpose: z.string() });

/** Reads the subscription types under some purposes, active or not. */
export const typesUnder = async (
  db: Database,
  purposes: readonly string[],
): Promise<z.infer<typeof Row>[]> => {
  if (purposes.length === 0) return [];
  const { results } = await db.prepare(TYPES_UNDER).bind(JSON.stringify(purposes)).all();
  return z.array(Row).parse(results);
};

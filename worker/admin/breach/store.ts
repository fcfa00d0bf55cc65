import { z } from 'zod';
import type { BreachFacts } from '../../contract/breach.ts';
import type { Database } from '../../platform/database.ts';

/** A letter to each person of the list whom we have. */
const WRITE_NOTICES = `
INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
SELECT lower(hex(randomblob(16))), p.id, 'breach-notice', p.locale, ?2, ?3, ?3
FROM json_each(?1) each
JOIN person p ON p.id = each.value
RETURNING id`;

/** The statement that writes a notice to each of these persons; it answers a row for each letter. */
export const writeNotices = (
  db: Database,
  people: readonly string[],
  facts: BreachFacts,
  now: number,
): D1PreparedStatement =>
  db.prepare(WRITE_NOTICES).bind(JSON.stringify(people), JSON.stringify(facts), now);

/** How many letters `writeNotices` wrote. */
export const noticesIn = (result: D1Result | undefined): number =>
  z.array(z.object({ id: z.string() })).parse(result?.results).length;

export const breachQueries = { WRITE_NOTICES };

import { z } from 'zod';
import type { EventField } from '../contract/events.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';

/** By the primary keys. */
export const DETAILS = `
SELECT p.id, p.email, p.locale,
  (SELECT json_group_object(f.name, f.value) FROM person_field f WHERE f.person = p.id) AS fields
FROM json_each(?1) one
CROSS JOIN person p ON p.id = one.value`;

const Row = z.object({
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  fields: json(z.record(z.string(), z.string())),
});

/** Reads some details of people, as they are now, by their ids; those who are gone are not in it. */
export const readDetails = async (
  db: Database,
  people: readonly string[],
  wanted: readonly EventField[],
): Promise<ReadonlyMap<string, Record<string, string>>> => {
  if (people.length === 0 || wanted.length === 0) return new Map();
  const { results } = await db.prepare(DETAILS).bind(JSON.stringify(people)).all();
  return new Map(
    parseRows(Row, results).map(({ id, email, locale, fields }) => {
      const known: Record<string, string> = { ...fields, email, locale };
      const chosen = wanted.flatMap((name) => {
        const value = known[name];
        return value === undefined ? [] : [[name, value] as const];
      });
      return [id, Object.fromEntries(chosen)];
    }),
  );
};

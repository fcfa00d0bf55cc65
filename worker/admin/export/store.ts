import { z } from 'zod';
import type { Database } from '../../platform/database.ts';

export const FIELDS = `
SELECT f.person, f.name, f.value
FROM json_each(?1) p
JOIN person_field f ON f.person = p.value`;

const FieldRow = z.object({ person: z.string(), name: z.string(), value: z.string() });

/** What is kept of people besides their addresses, by person. */
export const fieldsOfPeople = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlyMap<string, Record<string, string>>> => {
  const { results } = await db.prepare(FIELDS).bind(JSON.stringify(people)).all();
  const fields = new Map<string, Record<string, string>>();
  for (const { person, name, value } of z.array(FieldRow).parse(results))
    fields.set(person, { ...fields.get(person), [name]: value });
  return fields;
};

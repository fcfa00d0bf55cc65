import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';

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
  for (const { person, name, value } of parseRows(FieldRow, results))
    fields.set(person, { ...fields.get(person), [name]: value });
  return fields;
};

export const STANDINGS = `
SELECT s.person, s.item_kind AS kind, s.item, s.decision, s.source, s.since
FROM json_each(?1) p
CROSS JOIN standing s ON s.person = p.value`;

const StandingRow = z.object({
  person: z.string(),
  kind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  decision: z.string(),
  source: z.string(),
  since: z.number(),
});

/** How a purpose or a subscription stands for a person, since when, and where that came from. */
export type StandingOf = z.infer<typeof StandingRow>;

/** How everything stands for people, by person. */
export const standingsOfPeople = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlyMap<string, StandingOf[]>> => {
  const { results } = await db.prepare(STANDINGS).bind(JSON.stringify(people)).all();
  return Map.groupBy(parseRows(StandingRow, results), ({ person }) => person);
};

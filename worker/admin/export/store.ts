import { z } from 'zod';
import type { Database } from '../../platform/database.ts';

export const RECORDS = `
SELECT sequence, id, person, item_kind AS kind, item, decision, legal_basis AS legalBasis, source, actor,
  recorded_at AS recordedAt, statement, form, form_version AS version, page, locale, sha256
FROM record
WHERE sequence > ?1
ORDER BY sequence
LIMIT ?2`;

export const FIELDS = `
SELECT f.person, f.name, f.value
FROM json_each(?1) p
JOIN person_field f ON f.person = p.value`;

const RecordRow = z.object({
  sequence: z.number(),
  id: z.string(),
  person: z.string(),
  kind: z.string(),
  item: z.string(),
  decision: z.string(),
  legalBasis: z.string(),
  source: z.string(),
  actor: z.string(),
  recordedAt: z.number(),
  statement: z.string().nullable(),
  form: z.string().nullable(),
  version: z.number().nullable(),
  page: z.string().nullable(),
  locale: z.string(),
  sha256: z.string(),
});

/** A slice of the ledger as rows of a table. */
export const recordRows = async (db: Database, after: number, limit: number) =>
  z.array(RecordRow).parse((await db.prepare(RECORDS).bind(after, limit).all()).results);

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

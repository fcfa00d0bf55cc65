import { z } from 'zod';
import type { ImportProblem } from '../../contract/jobs.ts';
import type { Database } from '../../platform/database.ts';

export const WRITE_ROWS = `
INSERT INTO import_row (job, number, content)
SELECT ?1, r.value ->> 'number', r.value ->> 'content'
FROM json_each(?2) r`;

export const ROWS = `
SELECT number, content
FROM import_row
WHERE job = ?1 AND number > ?2
ORDER BY number
LIMIT ?3`;

export const FORGET_ROWS = 'DELETE FROM import_row WHERE job = ?1 AND number > ?2 AND number <= ?3';

/** A draft that was begun in the meantime keeps its rows. */
export const FORGET_DRAFT = `
DELETE FROM import_row
WHERE job = ?1 AND EXISTS (SELECT 1 FROM job WHERE id = ?1 AND state = 'draft')`;

export const WRITE_PROBLEMS = `
INSERT INTO import_problem (job, number, field, code)
SELECT ?1, p.value ->> 'number', p.value ->> 'field', p.value ->> 'code'
FROM json_each(?2) p
WHERE true
ON CONFLICT (job, number, field) DO NOTHING`;

export const PROBLEMS = `
SELECT number, field, code
FROM import_problem
WHERE job = ?1
ORDER BY number, field
LIMIT ?2`;

/** A row of the file: its number, counted from 1 below the header, and its cells. */
export type ImportRow = { number: number; cells: string[] };

export const writeRows = (
  db: Database,
  job: string,
  rows: readonly ImportRow[],
): D1PreparedStatement =>
  db
    .prepare(WRITE_ROWS)
    .bind(
      job,
      JSON.stringify(rows.map(({ number, cells }) => ({ number, content: JSON.stringify(cells) }))),
    );

const Row = z
  .object({ number: z.number(), content: z.string() })
  .transform(({ number, content }) => ({
    number,
    cells: z.array(z.string()).parse(JSON.parse(content)),
  }));

export const readRows = async (
  db: Database,
  job: string,
  after: number,
  limit: number,
): Promise<ImportRow[]> => {
  const { results } = await db.prepare(ROWS).bind(job, after, limit).all();
  return z.array(Row).parse(results);
};

/** Forgets the rows of a slice that is done: from after one number to another. */
export const forgetRows = (db: Database, job: string, after: number, to: number) =>
  db.prepare(FORGET_ROWS).bind(job, after, to);

/** Forgets the rows of a draft; in its batch it comes before the draft ends. */
export const forgetDraftRows = (db: Database, job: string) => db.prepare(FORGET_DRAFT).bind(job);

export const writeProblems = (
  db: Database,
  job: string,
  problems: readonly ImportProblem[],
): D1PreparedStatement => db.prepare(WRITE_PROBLEMS).bind(job, JSON.stringify(problems));

const Problem = z.object({ number: z.number(), field: z.string(), code: z.string() });

export const readProblems = async (
  db: Database,
  job: string,
  limit: number,
): Promise<ImportProblem[]> => {
  const { results } = await db.prepare(PROBLEMS).bind(job, limit).all();
  return z.array(Problem).parse(results);
};

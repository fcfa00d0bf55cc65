import { z } from 'zod';
import { ImportProblem } from '../../contract/jobs.ts';
import { jsonSlices } from '../../platform/bound.ts';
import type { Database } from '../../platform/database.ts';
import { flag, json, parseRows } from '../../platform/rows.ts';

export const BEGIN_FILE = 'INSERT INTO import_file (job, uploaded_at) VALUES (?1, ?2)';

/** Its rows go with it. */
export const FORGET_FILE = 'DELETE FROM import_file WHERE job = ?1';

/** An upload that failed leaves nothing; a job that was made after all, unknown to its maker, keeps its rows. */
export const FORGET_UPLOAD = `
DELETE FROM import_file
WHERE job = ?1 AND NOT EXISTS (SELECT 1 FROM job WHERE id = ?1)`;

/**
 * Files that nobody needs any more: of drafts uploaded before ?1, and, uploaded before ?2, those of which no
 * job was made or whose job is done. Uses import_file_by_age.
 */
export const EXPIRED_FILES = `
SELECT f.job, j.state IS 'draft' AS isDraft
FROM import_file f
LEFT JOIN job j ON j.id = f.job
WHERE f.uploaded_at < ?2
  AND (j.id IS NULL OR j.state = 'done' OR (j.state = 'draft' AND f.uploaded_at < ?1))
LIMIT 5`;

export const WRITE_PARTS = `
INSERT INTO import_part (job, last, count, content)
SELECT ?1, p.value ->> 'last', p.value ->> 'count', p.value ->> 'content'
FROM json_each(?2) p`;

/** So many rows are kept together, which is what an import takes at once, and so many characters of them. */
const MOST_ROWS = 400;
const MOST_KEPT = 80_000;

/** So much content is read at once, however many rows are wanted: a row may have 64,000 characters. */
const MOST_READ = 1_000_000;

/**
 * The parts with the next ?3 rows; those beyond ?4 characters wait for the next read, but the first is always among
 * them.
 */
export const PARTS = `
SELECT content
FROM (
  SELECT last, content,
    SUM(length(content)) OVER (ORDER BY last) - length(content) AS before,
    SUM(count) OVER (ORDER BY last) AS rows
  FROM (
    SELECT last, count, content
    FROM import_part
    WHERE job = ?1 AND last > ?2
    ORDER BY last
    LIMIT 16
  )
)
WHERE before = 0 OR (before < ?4 AND rows <= ?3)
ORDER BY last`;

export const FORGET_PARTS = 'DELETE FROM import_part WHERE job = ?1 AND last > ?2 AND last <= ?3';

/** A draft that was begun in the meantime keeps its rows. */
export const FORGET_DRAFT = `
DELETE FROM import_file
WHERE job = ?1 AND EXISTS (SELECT 1 FROM job WHERE id = ?1 AND state = 'draft')`;

export const WRITE_PROBLEMS = `
INSERT INTO import_problem (job, number, field, code, dropped)
SELECT ?1, p.value ->> 'number', p.value ->> 'field', p.value ->> 'code', p.value ->> 'dropped'
FROM json_each(?2) p
WHERE true
ON CONFLICT (job, number, field) DO NOTHING`;

export const PROBLEMS = `
SELECT number, field, code, dropped
FROM import_problem
WHERE job = ?1
ORDER BY number, field
LIMIT ?2`;

/** A row of the file: its number as a spreadsheet counts it, and its cells. */
export type ImportRow = { number: number; cells: string[] };

/** Makes the statement that keeps a place for the rows of a file whose upload begins. */
export const beginFile = (db: Database, job: string, now: number): D1PreparedStatement =>
  db.prepare(BEGIN_FILE).bind(job, now);

/** Makes the statement that forgets a file and its rows. */
export const forgetFile = (db: Database, job: string): D1PreparedStatement =>
  db.prepare(FORGET_FILE).bind(job);

/** Makes the statement that forgets a file that no job came of. */
export const forgetUpload = (db: Database, job: string): D1PreparedStatement =>
  db.prepare(FORGET_UPLOAD).bind(job);

const Expired = z.object({ job: z.string(), isDraft: flag });

/** Reads which files nobody needs any more, a few at a time. */
export const expiredFiles = async (db: Database, draftsBefore: number, othersBefore: number) => {
  const { results } = await db.prepare(EXPIRED_FILES).bind(draftsBefore, othersBefore).all();
  return parseRows(Expired, results);
};

/** Rows as they are kept together: each its number and its cells. */
type Part = { last: number; count: number; content: string };

/** Puts rows together, as many as an import takes at once and as fit one bound value. */
function* partsOf(rows: readonly ImportRow[]): Generator<Part> {
  let kept: string[] = [];
  let length = 0;
  let last = 0;
  const part = (): Part => ({ last, count: kept.length, content: `[${kept.join(',')}]` });
  for (const { number, cells } of rows) {
    const row = JSON.stringify([number, ...cells]);
    if (kept.length > 0 && (kept.length === MOST_ROWS || length + row.length > MOST_KEPT)) {
      yield part();
      kept = [];
      length = 0;
    }
    kept.push(row);
    length += row.length;
    last = number;
  }
  if (kept.length > 0) yield part();
}

/** Makes the statements that keep rows of a file. */
export const writeRows = (
  db: Database,
  job: string,
  rows: readonly ImportRow[],
): D1PreparedStatement[] =>
  [...jsonSlices(partsOf(rows))].map((slice) => db.prepare(WRITE_PARTS).bind(job, slice));

const Content = json(z.array(z.tuple([z.number()], z.string())));

const PartRow = z.object({ content: Content });

/** Reads the next rows behind the last of a part, as many parts as hold no more than `limit`, or one. */
export const readRows = async (
  db: Database,
  job: string,
  after: number,
  limit: number,
): Promise<ImportRow[]> => {
  const { results } = await db.prepare(PARTS).bind(job, after, limit, MOST_READ).all();
  return parseRows(PartRow, results).flatMap(({ content }) =>
    content.map(([number, ...cells]) => ({ number, cells })),
  );
};

/** Forgets the rows of a slice that is done: from after one number to another. */
export const forgetRows = (db: Database, job: string, after: number, to: number) =>
  db.prepare(FORGET_PARTS).bind(job, after, to);

/** Forgets the file of a draft; in its batch it comes before the draft ends. */
export const forgetDraftFile = (db: Database, job: string) => db.prepare(FORGET_DRAFT).bind(job);

export const writeProblems = (
  db: Database,
  job: string,
  problems: readonly ImportProblem[],
): D1PreparedStatement[] =>
  [...jsonSlices(problems)].map((slice) => db.prepare(WRITE_PROBLEMS).bind(job, slice));

export const readProblems = async (
  db: Database,
  job: string,
  limit: number,
): Promise<ImportProblem[]> => {
  const { results } = await db.prepare(PROBLEMS).bind(job, limit).all();
  return parseRows(ImportProblem, results);
};

// Files that visitors sent. What they are is in D1; their bytes are in R2, and go once D1 has forgotten them.
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { gather } from '../platform/gather.ts';
import { tryAgainIn } from '../platform/problems/problem.ts';
import { parseRows } from '../platform/rows.ts';
import { DAY, SECOND } from '../platform/time.ts';
import { isDue } from '../platform/trim.ts';
import { answered, within } from '../platform/within.ts';

const FOLDER = 'sent/';
const PATIENCE_MS = 30 * SECOND;
/** So many files are forgotten in a run. */
const SLICE = 100;

export const ADD_FILE = `
INSERT INTO file (id, form, field, name, size, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;

/** Uses the primary key. */
export const FILES = `
SELECT f.id, f.field, f.name
FROM json_each(?1) one
CROSS JOIN file f ON f.id = one.value
WHERE f.form = +?2`;

/** Hangs from a submission of the same batch; a file that was submitted before stays where it is. */
export const CLAIM_FILES = `
UPDATE file
SET submission = ?1
WHERE id IN (SELECT value FROM json_each(?2))
  AND submission IS NULL
  AND EXISTS (SELECT 1 FROM submission WHERE id = ?1)`;

/** Uses file_by_submission. */
export const FILES_OF_SUBMISSIONS = `
SELECT f.id, f.field, f.name, f.submission
FROM json_each(?1) one
CROSS JOIN file f ON f.submission = one.value`;

/** Uses file_by_submission, as the next. */
export const UNSENT_DUE = `
SELECT 1 AS due
FROM file
WHERE submission IS NULL AND created_at < ?1
LIMIT 1`;

export const FORGET_UNSENT = `
DELETE FROM file
WHERE id IN (SELECT id FROM file WHERE submission IS NULL AND created_at < ?1 LIMIT ?2)`;

/** By the primary key; each run deletes what it reads. */
export const DOOMED = "SELECT id FROM doomed_file WHERE id > '' ORDER BY id LIMIT 100";

export const FORGET_DOOMED = `
DELETE FROM doomed_file
WHERE id IN (SELECT value FROM json_each(?1))`;

/** A file that waits for its form to be submitted, or was. */
export type SentFile = { id: string; field: string; name: string };

const SentFile = z.object({ id: z.string(), field: z.string(), name: z.string() });
const KeptFile = SentFile.extend({ submission: z.string() });

/** A file, and the submission that it came with. */
export type KeptFile = z.infer<typeof KeptFile>;

/** Keeps a file until its form is submitted. Throws 503 while R2 does not take it. */
export const keepFile = async (
  { env: { FILES: bucket }, db, now }: { env: Pick<Env, 'FILES'>; db: Database; now: number },
  file: { form: string; field: string; name: string; bytes: Uint8Array },
): Promise<string> => {
  const id = crypto.randomUUID();
  const { form, field, name, bytes } = file;
  if (!bucket) throw tryAgainIn(1, 'unavailable', 'This installation takes no files.');
  // The row first: bytes without one would stay for ever.
  await db.prepare(ADD_FILE).bind(id, form, field, name, bytes.length, now).run();
  await answered(
    PATIENCE_MS,
    bucket.put(`${FOLDER}${id}`, bytes),
    'The file could not be stored. Send it again.',
  );
  return id;
};

/** Finds files that were sent to a form, by their ids. */
export const findFiles = async (
  db: Database,
  form: string,
  ids: readonly string[],
): Promise<SentFile[]> =>
  parseRows(SentFile, (await db.prepare(FILES).bind(JSON.stringify(ids), form).all()).results);

/** Makes the statement that gives files to the submission of the same batch. */
export const claimFiles = (
  db: Database,
  submission: string,
  ids: readonly string[],
): D1PreparedStatement => db.prepare(CLAIM_FILES).bind(submission, JSON.stringify(ids));

/** Lists the files of submissions. */
export const filesOf = async (
  db: Database,
  submissions: readonly string[],
): Promise<KeptFile[]> => {
  if (submissions.length === 0) return [];
  const found = await db.prepare(FILES_OF_SUBMISSIONS).bind(JSON.stringify(submissions)).all();
  return parseRows(KeptFile, found.results);
};

/** Reads the bytes of a file; null where R2 no longer has it, or is not bound. Throws 503 while R2 does not answer. */
export const readFile = async (
  { FILES: bucket }: Pick<Env, 'FILES'>,
  id: string,
): Promise<ReadableStream | null> =>
  (await answered(PATIENCE_MS, Promise.resolve(bucket?.get(`${FOLDER}${id}`))))?.body ?? null;

const doomedFiles = async (db: Database): Promise<string[]> =>
  z
    .array(z.object({ id: z.string() }))
    .parse((await db.prepare(DOOMED).all()).results)
    .map(({ id }) => id);

/** Forgets files whose form was never submitted, and deletes from R2 what is forgotten. A slice a run. */
export const sweepFiles = async ({
  env: { FILES: bucket },
  db,
  now,
}: {
  env: Pick<Env, 'FILES'>;
  db: Database;
  now: number;
}): Promise<void> => {
  const trip = gather(db);
  const [isUnsent, doomed] = await Promise.all([
    isDue(trip, UNSENT_DUE, now - DAY),
    doomedFiles(trip),
  ]);
  if (isUnsent)
    await db
      .prepare(FORGET_UNSENT)
      .bind(now - DAY, SLICE)
      .run();
  const ids = isUnsent ? await doomedFiles(db) : doomed;
  if (ids.length === 0 || !bucket) return;
  await within(PATIENCE_MS, bucket.delete(ids.map((id) => `${FOLDER}${id}`)));
  await db.prepare(FORGET_DOOMED).bind(JSON.stringify(ids)).run();
};

// What is kept with a breach case besides its facts: notes and files.
import { z } from 'zod';
import { BreachFile, BreachNote, type WholeBreach } from '../../contract/breach.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { parseRows } from '../../platform/rows.ts';
import { readBreach } from './cases.ts';

/** A row of D1 holds 2 MB; a file stands in one. */
const MAX_FILE_BYTES = 1_500_000;
const MOST_FILES = 50;

export const WRITE_NOTE = `
INSERT INTO breach_note (breach, actor, text, noted_at)
VALUES (?1, ?2, ?3, ?4)`;

export const NOTES = `
SELECT actor, text, noted_at AS notedAt
FROM breach_note
WHERE breach = ?1
ORDER BY number
LIMIT 500`;

export const WRITE_FILE = `
INSERT INTO breach_file (id, breach, name, content, actor, added_at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE (SELECT COUNT(*) FROM breach_file WHERE breach = ?2) < ${MOST_FILES}`;

export const FILES = `
SELECT id, name, length(content) AS size, actor, added_at AS addedAt
FROM breach_file
WHERE breach = ?1
LIMIT ${MOST_FILES}`;

export const FILE = `
SELECT name, content
FROM breach_file
WHERE id = ?2 AND breach = ?1`;

export const REMOVE_FILE = 'DELETE FROM breach_file WHERE id = ?2 AND breach = ?1';

const Content = z.object({ name: z.string(), content: z.array(z.number()) });

/** Reads a case with its notes and files. */
export const readWholeBreach = async (db: Database, id: string): Promise<WholeBreach> => {
  const breach = await readBreach(db, id);
  const [notes, files] = await db.batch([db.prepare(NOTES).bind(id), db.prepare(FILES).bind(id)]);
  return {
    ...breach,
    notes: parseRows(BreachNote, notes?.results),
    files: parseRows(BreachFile, files?.results).toSorted((a, b) => a.addedAt - b.addedAt),
  };
};

/** Notes something on a case. */
export const noteOnBreach = async (caller: Caller, id: string, text: string): Promise<void> => {
  const { db, actor, now } = caller;
  await readBreach(db, id);
  await db.batch([
    db.prepare(WRITE_NOTE).bind(id, actor, text, now),
    audit(caller, { act: 'breach.note', object: `breach/${id}` }),
  ]);
};

const refused = (message: string): ProblemError => invalidField('file', 'file', message);

/** Keeps a file with a case. Throws 422 where it is empty, too large, or one too many. */
export const addBreachFile = async (
  caller: Caller,
  breach: string,
  { name, content }: { name: string; content: ArrayBuffer },
): Promise<string> => {
  const { db, actor, now } = caller;
  await readBreach(db, breach);
  if (content.byteLength === 0) throw refused('Select a file that is not empty.');
  if (content.byteLength > MAX_FILE_BYTES) throw refused('Select a file of at most 1.5 MB.');
  const id = crypto.randomUUID();
  const [written] = await db.batch([
    db.prepare(WRITE_FILE).bind(id, breach, name.slice(0, 200) || 'file', content, actor, now),
    audit(caller, { act: 'breach.file', object: `breach/${breach}`, after: { file: id } }),
  ]);
  if (!written?.meta.changes) throw refused(`A case has at most ${MOST_FILES} files.`);
  return id;
};

/** Reads a file of a case; throws 404 where there is none. */
export const readBreachFile = async (
  caller: Caller,
  breach: string,
  id: string,
): Promise<{ name: string; content: Uint8Array<ArrayBuffer> }> => {
  const row = await caller.db.prepare(FILE).bind(breach, id).first();
  if (!row) throw new ProblemError('not-found', { detail: 'There is no such file.' });
  await audit(caller, {
    act: 'breach.file-read',
    object: `breach/${breach}`,
    after: { file: id },
  }).run();
  const { name, content } = Content.parse(row);
  return { name, content: Uint8Array.from(content) };
};

/** Deletes a file of a case. */
export const removeBreachFile = async (
  caller: Caller,
  breach: string,
  id: string,
): Promise<void> => {
  await readBreach(caller.db, breach);
  await caller.db.batch([
    caller.db.prepare(REMOVE_FILE).bind(breach, id),
    audit(caller, { act: 'breach.file-remove', object: `breach/${breach}`, after: { file: id } }),
  ]);
};

// What is loaded into an editor and saved as a whole: a form, a setting, an entry of a list. Each save counts, so
// that one which began from an earlier state is told, and never replaces what it has not seen.
import { z } from 'zod';
import type { Caller } from './caller.ts';
import { type Database, isRefused } from './database.ts';
import { ProblemError } from './problems/problem.ts';
import { forgetRemembered } from './remembered.ts';
import { parseRows } from './rows.ts';

/** How often something was saved, and by whom last and when (UTC ms); version 0 as it was made. */
export type Edit = { version: number; actor: string | null; savedAt: number | null };

/** What is saved, as the audit log would name it, and the version that its editor saw; any version without one. */
export type Saving = { object: string; seen?: number | undefined };

/** Of a JSON array of objects, those that were saved ever. */
export const EDITS = `
SELECT e.object, e.version, e.actor, e.saved_at AS savedAt
FROM json_each(?1) one
CROSS JOIN edit e ON e.object = one.value`;

/**
 * Counts a save. Where another version stands than the one that was seen, the new one is NULL, which the table
 * refuses, and the whole batch with it.
 */
export const WRITE_EDIT = `
INSERT INTO edit (object, version, actor, saved_at)
SELECT ?1, IIF(?2 IS NULL OR ?2 = stands.version, stands.version + 1, NULL), ?3, ?4
FROM (SELECT COALESCE((SELECT version FROM edit WHERE object = ?1), 0) AS version) stands
WHERE true
ON CONFLICT (object) DO UPDATE SET
  version = excluded.version,
  actor = excluded.actor,
  saved_at = excluded.saved_at`;

/** Counts nothing, and refuses a batch in the same way. */
export const HOLD_EDIT = `
UPDATE edit
SET version = IIF(version = ?2, version, NULL)
WHERE object = ?1`;

/** What the database says of a version that was refused. */
const REFUSED = 'NOT NULL constraint failed: edit.version';

const Row = z.object({
  object: z.string(),
  version: z.number(),
  actor: z.string(),
  savedAt: z.number(),
});

const neverSaved: Edit = { version: 0, actor: null, savedAt: null };

const editsIn = (results: unknown, objects: readonly string[]): Edit[] => {
  const rows = new Map(parseRows(Row, results).map(({ object, ...edit }) => [object, edit]));
  return objects.map((object) => rows.get(object) ?? neverSaved);
};

const asking = (db: Database, objects: readonly string[]): D1PreparedStatement =>
  db.prepare(EDITS).bind(JSON.stringify(objects));

/** Reads how things stand, in their order; ask it before the things themselves, or at once with them. */
export const readEdits = async (db: Database, objects: readonly string[]): Promise<Edit[]> =>
  editsIn((await asking(db, objects).all()).results, objects);

/** Reads how one thing stands. */
export const readEdit = async (db: Database, object: string): Promise<Edit> =>
  (await readEdits(db, [object]))[0] ?? neverSaved;

/** Makes the statement that counts a save; its batch fails where another version stands than was seen. */
export const writeEdit = (
  { db, actor, now }: Pick<Caller, 'db' | 'actor' | 'now'>,
  { object, seen }: Saving,
): D1PreparedStatement => db.prepare(WRITE_EDIT).bind(object, seen ?? null, actor, now);

/** Makes the statement that lets its batch fail where another version stands, and changes nothing itself. */
export const holdEdit = (db: Database, object: string, seen: number): D1PreparedStatement =>
  db.prepare(HOLD_EDIT).bind(object, seen);

/** Tells whether a batch failed since another version stands than was seen. */
export const isOvertaken = (error: unknown): boolean => isRefused(error, REFUSED);

/** Tells whether a save was refused with `overtakenBy`. */
export const wasOvertaken = (error: unknown): boolean =>
  error instanceof ProblemError && error.kind === 'overtaken';

/** How often something is saved again that another save was faster than. */
export const MOST_TRIES = 5;

/** Saves something that is read just before; reads and saves it again where another save was faster. */
export const retryOvertaken = async <Saved>(save: () => Promise<Saved>): Promise<Saved> => {
  for (let tries = 1; ; tries++)
    try {
      return await save();
    } catch (error) {
      if (!wasOvertaken(error) || tries === MOST_TRIES) throw error;
    }
};

/** An ETag as it is written in a header. */
export const tagOf = ({ version }: Pick<Edit, 'version'>): string => `"${version}"`;

/** Makes the problem of a save that did not see what stands now: who saved that, and when. */
export const overtakenBy = (edit: Edit): ProblemError =>
  new ProblemError(
    'overtaken',
    {
      detail: 'Read it again, compare, and save with the ETag that you then get.',
      ...(edit.actor === null ? {} : { savedBy: edit.actor }),
      ...(edit.savedAt === null ? {} : { savedAt: edit.savedAt }),
    },
    { ETag: tagOf(edit) },
  );

/** Returns the one that was overtaken; where none is any more, the first of them. */
const overtakenAmong = async (db: Database, savings: readonly Saving[]): Promise<Edit> => {
  const edits = await readEdits(
    db,
    savings.map(({ object }) => object),
  );
  return edits.find(({ version }, at) => version !== savings[at]?.seen) ?? edits[0] ?? neverSaved;
};

/**
 * Writes what a save consists of, all or nothing, and returns how the things stand then. Throws 412 where someone
 * else has saved one of them since it was seen.
 */
export const saveEdits = async (
  caller: Caller,
  savings: readonly Saving[],
  statements: readonly D1PreparedStatement[],
): Promise<Edit[]> => {
  const { db } = caller;
  const objects = savings.map(({ object }) => object);
  const counted = savings.map((saving) => writeEdit(caller, saving));
  try {
    const results = await db.batch([...counted, ...statements, asking(db, objects)]);
    forgetRemembered();
    return editsIn(results.at(-1)?.results, objects);
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    throw overtakenBy(await overtakenAmong(db, savings));
  }
};

/** Saves one thing as `saveEdits` does; returns how it stands then. */
export const saveEdit = async (
  caller: Caller,
  saving: Saving,
  statements: readonly D1PreparedStatement[],
): Promise<Edit> => (await saveEdits(caller, [saving], statements))[0] ?? neverSaved;

// Erasures outside of the database, in R2 where it is bound: a restored backup knows people again who were erased
// since, and forgets them by what is written there. It holds random ids and keyed hashes, and no address.
import { z } from 'zod';
import { audit } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { SECOND } from '../platform/time.ts';
import { within } from '../platform/within.ts';
import { erasePeople, suppress } from './erase.ts';
import { readStandings } from './store.ts';

const PATIENCE_MS = 10 * SECOND;
/** So many erasures go into one file. */
const FILE = 1000;
/** So many people are erased again in one run. */
const SLICE = 50;

/** How far the copy has got, beside what was erased since: a row without a number where nothing was. */
export const ERASED_SINCE = `
SELECT c.file, c.number AS copied, e.number, e.person, e.hash
FROM erased_copy c
LEFT JOIN erased e ON e.number > c.number
WHERE c.one = 1
ORDER BY e.number
LIMIT ?1`;

/** Only from where it was read: two schedules at once never leave one out. */
export const MOVE_COPIED = `
UPDATE erased_copy
SET file = ?1, number = ?2
WHERE one = 1 AND file = ?1 - 1`;

export const STILL_HERE = `
SELECT p.id, p.email, p.locale
FROM json_each(?1) e
JOIN person p ON p.id = e.value
LIMIT ?2`;

const Row = z.object({
  file: z.number(),
  copied: z.number(),
  number: z.number().nullable(),
  person: z.string().nullable(),
  hash: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

/** A place in the copy: its last file, and the last of what was erased that is in it. */
type Place = { file: number; number: number };

/** A file of the copy. */
const Kept = z.object({ people: z.array(z.string()), hashes: z.array(z.string()) });
type Kept = z.infer<typeof Kept>;

const Here = z.object({ id: z.string(), email: z.string(), locale: z.string() });

/** Files are read in the order of their names. */
const nameOf = (file: number): string => `erased/${String(file).padStart(12, '0')}`;

const moveCopied = (db: Database, { file, number }: Place): D1PreparedStatement =>
  db.prepare(MOVE_COPIED).bind(file, number);

/** Erases those of a file again who are back, a slice a run; the file is done once nobody of it is. */
const eraseAgain = async (caller: Caller, kept: Kept, at: Place): Promise<void> => {
  const { env, db, actor, now } = caller;
  const found = await db.prepare(STILL_HERE).bind(JSON.stringify(kept.people), SLICE).all();
  const people = parseRows(Here, found.results);
  if (people.length === 0) {
    const rows = kept.hashes.map((hash) => ({ hash }));
    await db.batch([suppress(db, rows, now), moveCopied(db, at)]);
    return;
  }
  const ids = people.map(({ id }) => id);
  const standings = await readStandings(db, ids);
  const leaving = people.map(({ id, email, locale }) => ({
    id,
    email,
    locale,
    standings: standings.get(id) ?? [],
  }));
  // Whose address stays out is in the files as well; an import by mistake kept nobody out.
  const cause = { source: 'automatic', actor, reason: 'imported-by-mistake' } as const;
  await db.batch([
    ...(await erasePeople({ env, db, now }, leaving, cause)),
    audit(caller, { act: 'people.erase-again', object: 'people', after: { people: ids } }),
  ]);
};

/** Writes what was erased since into the next file. */
const copyNew = async (
  bucket: R2Bucket,
  db: Database,
  file: number,
  rows: readonly Row[],
): Promise<void> => {
  const number = rows.at(-1)?.number ?? null;
  if (number === null) return;
  const kept: Kept = {
    people: rows.flatMap(({ person }) => person ?? []),
    hashes: rows.flatMap(({ hash }) => hash ?? []),
  };
  const onlyIf = { etagDoesNotMatch: '*' };
  const stored = bucket.put(nameOf(file), JSON.stringify(kept), { onlyIf });
  // Null where another schedule was first: the next run reads what it wrote.
  if ((await within(PATIENCE_MS, stored)) === null) return;
  await moveCopied(db, { file, number }).run();
};

/**
 * Copies erasures out of the database; and where the copy has files that the database does not know of, as after a
 * restored backup, erases by them again. Does nothing where R2 is not bound.
 */
export const keepErasures = async (caller: Caller): Promise<void> => {
  const { env, db } = caller;
  const bucket = env.FILES;
  if (!bucket) return;
  const rows = parseRows(Row, (await db.prepare(ERASED_SINCE).bind(FILE).all()).results);
  const { file, copied } = rows[0] ?? { file: 0, copied: 0 };
  const next = await within(PATIENCE_MS, bucket.get(nameOf(file + 1)));
  if (!next) return copyNew(bucket, db, file + 1, rows);
  const kept = Kept.parse(await within(PATIENCE_MS, next.json()));
  return eraseAgain(caller, kept, { file: file + 1, number: copied });
};

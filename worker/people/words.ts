// The index by which people are found by any part of their address or name.
import { z } from 'zod';
import type { Database } from '../platform/database.ts';

/** So many people are put in by one batch, and so many batches are in a run of the schedule. */
const SLICE = 500;
const SLICES = 20;

/** What a person `p` is found by, a line each: the address, the name, and the name in its two parts. */
const field = (name: string): string =>
  `COALESCE((SELECT value FROM person_field WHERE person = p.id AND name = '${name}'), '')`;
const WORDS = `p.email || char(10) || ${field('name')} || char(10)
    || ${field('given-name')} || ' ' || ${field('family-name')}`;

/** Up to which number people are in the index of words; those behind are looked at one by one. */
export const UPTO = '(SELECT number FROM person_words_upto WHERE one = 1)';

const CHANGED = 'SELECT number FROM person_words_due ORDER BY number LIMIT ?1';

const PUT = `
INSERT INTO person_words (rowid, words)
SELECT p.number, ${WORDS}`;

export const TAKE_OUT = `
DELETE FROM person_words
WHERE rowid IN (${CHANGED})`;

export const PUT_CHANGED = `${PUT}
FROM (${CHANGED}) due
JOIN person p ON p.number = due.number`;

export const FORGET_CHANGED = `
DELETE FROM person_words_due
WHERE number IN (${CHANGED})`;

export const PUT_NEW = `${PUT}
FROM person p
WHERE p.number > ${UPTO}
ORDER BY p.number
LIMIT ?1`;

/** The person put in last has the highest number of all. */
export const MOVE_UP = `
UPDATE person_words_upto
SET number = MAX(number, COALESCE((SELECT rowid FROM person_words ORDER BY rowid DESC LIMIT 1), 0))
WHERE one = 1`;

export const WAITING = `
SELECT EXISTS (SELECT 1 FROM person_words_due) AS changed,
  EXISTS (SELECT 1 FROM person WHERE number > ${UPTO}) AS new`;

const Waiting = z.object({ changed: z.number(), new: z.number() });

/** Puts a slice of those in who are waiting; tells whether there may be more. */
const putSlice = async (db: Database): Promise<boolean> => {
  const waiting = Waiting.parse(await db.prepare(WAITING).first());
  const slices = [
    ...(waiting.changed ? [TAKE_OUT, PUT_CHANGED, FORGET_CHANGED] : []),
    ...(waiting.new ? [PUT_NEW] : []),
  ].map((sql) => db.prepare(sql).bind(SLICE));
  if (slices.length === 0) return false;
  const done = await db.batch(waiting.new ? [...slices, db.prepare(MOVE_UP)] : slices);
  return done.some(({ meta }) => meta.changes >= SLICE);
};

/** Puts people in who are new, or whose address or name has changed; what is left waits for the next run. */
export const keepWords = async ({ db }: { db: Database }): Promise<void> => {
  for (let slice = 0; slice < SLICES && (await putSlice(db)); slice++);
};

/** What the index is asked for a text: it holds that text, whatever its case and accents. */
export const phraseOf = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Shorter texts are in no index of three letters. */
export const SHORTEST = 3;

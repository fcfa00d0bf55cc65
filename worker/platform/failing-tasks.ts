import { z } from 'zod';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** From so many failures in a row on a task keeps failing: less is an outage that passed. */
const LASTING = 3;

export const FAILING = `
SELECT name, since, tries, error
FROM failing_task
LIMIT 100`;

export const NOTE_FAILURE = `
INSERT INTO failing_task (name, since, tries, error)
VALUES (?1, ?2, 1, ?3)
ON CONFLICT (name) DO UPDATE SET tries = tries + 1, error = excluded.error`;

export const NOTE_SUCCESS = 'DELETE FROM failing_task WHERE name = ?1';

/** A task of the schedule that failed when it last ran; `error` is the id under which the log has why. */
const FailingTask = z.object({
  name: z.string(),
  since: z.number(),
  tries: z.number(),
  error: z.string(),
});
export type FailingTask = z.infer<typeof FailingTask>;

/** Reads the tasks that failed when they last ran. A healthy installation has none. Sorted here, for SQLite counts what it sorts as read. */
export const readFailing = async (db: Database): Promise<FailingTask[]> =>
  parseRows(FailingTask, (await db.prepare(FAILING).all()).results).toSorted(
    (one, other) => one.since - other.since,
  );

/** Reads the tasks that keep failing, and so need attention. */
export const readLasting = async (db: Database): Promise<FailingTask[]> =>
  (await readFailing(db)).filter(({ tries }) => tries >= LASTING);

export const noteFailure = (db: Database, name: string, error: string, now: number) =>
  db.prepare(NOTE_FAILURE).bind(name, now, error).run();

export const noteSuccess = (db: Database, name: string) =>
  db.prepare(NOTE_SUCCESS).bind(name).run();

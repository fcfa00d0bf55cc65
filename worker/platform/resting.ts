// Scheduled tasks that found nothing to do rest for a while: what they look for is days old, and an hour is nothing to it.
import { z } from 'zod';
import type { Database } from './database.ts';
import { json } from './rows.ts';
import { HOUR } from './time.ts';

const REST_MS = HOUR;

/** One row for all tasks: a minute with nothing to do reads little. */
export const RESTING = 'SELECT tasks FROM resting WHERE one = 1';
export const WRITE_RESTING = 'UPDATE resting SET tasks = ?1 WHERE one = 1';

const Row = z.object({ tasks: json(z.record(z.string(), z.number())) });

/** Until when (UTC ms) tasks rest, by their names. */
export type Resting = Readonly<Record<string, number>>;

/** Reads which tasks rest at a moment (UTC ms). A time that is further away than any rest is none of ours. */
export const readResting = async (db: Database, now: number): Promise<Resting> => {
  const { tasks } = Row.parse(await db.prepare(RESTING).first());
  return Object.fromEntries(
    Object.entries(tasks).filter(([, until]) => until > now && until <= now + REST_MS),
  );
};

/** Lets tasks rest from a moment (UTC ms) on, beside those that do already. */
export const letRest = (db: Database, resting: Resting, names: readonly string[], now: number) =>
  db
    .prepare(WRITE_RESTING)
    .bind(
      JSON.stringify({
        ...resting,
        ...Object.fromEntries(names.map((name) => [name, now + REST_MS])),
      }),
    )
    .run();

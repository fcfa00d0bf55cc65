import type { Database } from './database.ts';

/** What says whether anything is due by a moment, and what deletes or changes at most ?2 of it; ?1 is the moment. */
export type Trimming = { due: string; trim: string };

/** Says whether anything is due by a moment (UTC ms): one row read, where a deletion that finds nothing reads three. */
export const isDue = async (db: Database, due: string, now: number): Promise<boolean> =>
  (await db.prepare(due).bind(now).first()) !== null;

/** Trims what is due by a moment (UTC ms), at most `limit` of it; says how many went. */
export const trimDue = async (
  db: Database,
  { due, trim }: Trimming,
  now: number,
  limit: number,
): Promise<number> =>
  (await isDue(db, due, now)) ? (await db.prepare(trim).bind(now, limit).run()).meta.changes : 0;

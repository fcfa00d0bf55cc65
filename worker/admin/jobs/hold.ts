// Whom a slice is about is read before it is written: the filter is asked again in the write.
import type { Job } from '../../contract/jobs.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { isAnyoneElse, valuesOf } from '../../people/fitting.ts';
import { type Database, isRefused } from '../../platform/database.ts';

/** Lets its batch fail where one of the people does not fit any more: a job without a state is refused. */
export const HOLD_FITTING = `
UPDATE job
SET state = NULL
WHERE id = ?1 AND ${isAnyoneElse('?2', '?3')}`;

const NOT_FITTING = 'NOT NULL constraint failed: job.state';

/** Tells whether a slice failed since one of its people does not fit the filter of its job any more. */
export const isOutdated = (error: unknown): boolean => isRefused(error, NOT_FITTING);

/** Makes the statement that lets a slice fail where one of its people does not fit the filter of its job any more. */
export const holdFitting = async (
  db: Database,
  { id, filter }: Job,
  people: readonly string[],
): Promise<D1PreparedStatement> => {
  const values = await valuesOf(db, PeopleFilter.parse(filter));
  return db.prepare(HOLD_FITTING).bind(id, JSON.stringify(people), values);
};

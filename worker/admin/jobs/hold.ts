// Whom a slice is about is read before it is written: the write asks again.
import type { Job } from '../../contract/jobs.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { isAnyoneElse, valuesOf } from '../../people/fitting.ts';
import { type Database, isRefused, isUnique } from '../../platform/database.ts';
import { hasNotice } from '../notices/notified.ts';

/** Lets its batch fail where one of the people does not fit any more: a job without a state is refused. */
export const HOLD_FITTING = `
UPDATE job
SET state = NULL
WHERE id = ?1 AND ${isAnyoneElse('?2', '?3')}`;

/** Lets its batch fail where one of the people has had a privacy notice meanwhile. */
export const HOLD_UNNOTIFIED = `
UPDATE job
SET state = NULL
WHERE id = ?1 AND EXISTS (SELECT 1 FROM json_each(?2) one WHERE ${hasNotice('one.value')})`;

const NOT_FITTING = 'NOT NULL constraint failed: job.state';

/**
 * Tells whether a slice failed since it is not about these people any more: one does not fit the filter, or was
 * notified meanwhile.
 */
export const isOutdated = (error: unknown): boolean =>
  isRefused(error, NOT_FITTING) || isUnique(error, 'breach_notified.person');

/** Makes the statement that lets a slice fail where one of its people does not fit the filter of its job any more. */
export const holdFitting = async (
  db: Database,
  { id, filter }: Job,
  people: readonly string[],
): Promise<D1PreparedStatement> => {
  const values = await valuesOf(db, PeopleFilter.parse(filter));
  return db.prepare(HOLD_FITTING).bind(id, JSON.stringify(people), values);
};

/** Makes the statement that lets a slice fail where one of its people has had a privacy notice meanwhile. */
export const holdUnnotified = (
  db: Database,
  { id }: Job,
  people: readonly string[],
): D1PreparedStatement => db.prepare(HOLD_UNNOTIFIED).bind(id, JSON.stringify(people));

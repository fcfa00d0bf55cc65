import type { PeopleFilter } from '../contract/search.ts';
import type { Database } from '../platform/database.ts';
import { FITS, SAYS } from './candidates.ts';
import { searching } from './search.ts';

/**
 * The condition that someone of a JSON array of ids does not fit a filter, or is gone. Both are parameters of another
 * query: `ids`, and `values`, which `valuesOf` gives.
 */
export const isAnyoneElse = (
  ids: string,
  values: string,
): string => `EXISTS (SELECT 1 FROM json_each(${ids}) one
  WHERE NOT EXISTS (SELECT 1 FROM person p
    WHERE p.id = one.value AND ${`${FITS} AND ${SAYS}`.replace(/\?(\d+)/g, `(${values} ->> $1)`)}))`;

/** What a filter asks, as one parameter: behind the first element, each stands at the number that it has in `FITS`. */
export const valuesOf = async (db: Database, filter: PeopleFilter): Promise<string> =>
  JSON.stringify([null, ...(await searching(db, filter)).values]);

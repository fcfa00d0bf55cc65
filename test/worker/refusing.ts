import { env } from 'cloudflare:test';
import type { Env } from '../../worker/platform/env.ts';
import { byTrips, type Trip } from './trips.ts';

/** Counts what one invocation asks, and refuses what is too much as D1 does. */
const refusing = (most: number): Trip => {
  let asked = 0;
  return async (go, queries) => {
    asked += queries;
    if (asked > most)
      throw new Error('D1_ERROR: Too many API requests by single Worker invocation.');
    return go();
  };
};

/** A Worker on a plan on which D1 answers so many queries to one invocation; for one invocation. */
export const onPlan = (queries: number, on: Partial<Env> = {}): Env => ({
  ...env,
  ...on,
  D1_QUERIES: String(queries),
  DB: byTrips(env.DB, refusing(queries)),
});

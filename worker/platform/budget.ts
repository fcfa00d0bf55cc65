import type { Database } from './database.ts';
import type { Env } from './env.ts';

/** Cloudflare's free plan; the paid one has 1,000. https://developers.cloudflare.com/d1/platform/limits/ */
const LEAST_QUERIES = 50;

/** Says that an invocation has made as many queries as it may: what is left waits for the next. */
export class OutOfQueries extends Error {
  constructor() {
    super('out of queries');
    this.name = 'OutOfQueries';
  }
}

/** Reads how many queries D1 answers to one invocation, by the plan of this installation. */
export const queryLimit = ({ D1_QUERIES }: Env): number =>
  Math.max(LEAST_QUERIES, Number(D1_QUERIES) || 0);

/** So many queries, and a database that asks no more of D1 than those. */
export type Budget = {
  /** Throws `OutOfQueries` before it would ask one too many. */
  db: Database;
  left: () => number;
  /** Takes so many queries out, for what must not fail for want of one. */
  setApart: (queries: number) => Database;
};

/**
 * Counts what is asked of a database: a statement when it is prepared, since each is run once. D1 would
 * refuse the first query beyond its limit midway, after an email is sent and before that is written down.
 */
export const openBudget = (db: Database, queries: number): Budget => {
  let left = queries;
  return {
    db: {
      prepare: (sql) => {
        if (left < 1) throw new OutOfQueries();
        left -= 1;
        return db.prepare(sql);
      },
      batch: (statements) => db.batch(statements),
    },
    left: () => left,
    setApart: (apart) => {
      left -= apart;
      return openBudget(db, apart).db;
    },
  };
};

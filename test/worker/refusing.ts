import { env } from 'cloudflare:test';
import type { Env } from '../../worker/platform/env.ts';

const asking = new Set<PropertyKey>(['run', 'first', 'all', 'raw']);

/** Counts what one invocation asks, and refuses what is too much as D1 does. */
const counter = (most: number) => {
  let asked = 0;
  return (queries: number): void => {
    asked += queries;
    if (asked > most)
      throw new Error('D1_ERROR: Too many API requests by single Worker invocation.');
  };
};

type Count = ReturnType<typeof counter>;

const counted = (statement: D1PreparedStatement, count: Count): D1PreparedStatement =>
  new Proxy(statement, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'bind') return (...given: unknown[]) => counted(target.bind(...given), count);
      return async (...given: unknown[]) => {
        if (asking.has(name)) count(1);
        return value.apply(target, given);
      };
    },
  });

const refusing = <Refusing extends D1Database | D1DatabaseSession>(
  db: Refusing,
  count: Count,
): Refusing =>
  new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => counted(target.prepare(sql), count);
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'withSession')
        return (...given: unknown[]) => refusing(value.apply(target, given), count);
      return async (...given: unknown[]) => {
        if (name === 'batch' && Array.isArray(given[0])) count(given[0].length);
        return value.apply(target, given);
      };
    },
  });

/** A Worker on a plan on which D1 answers so many queries to one invocation; for one invocation. */
export const onPlan = (queries: number, on: Partial<Env> = {}): Env => ({
  ...env,
  ...on,
  D1_QUERIES: String(queries),
  DB: refusing(env.DB, counter(queries)),
});

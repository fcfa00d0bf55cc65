import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { z } from 'zod';
import { app } from '../../worker/app.ts';
import type { Env } from '../../worker/platform/env.ts';
import { host } from './builders.ts';
import { developing } from './outbox/mailbox.ts';

const asking = new Set<PropertyKey>(['run', 'all', 'raw']);

const Row = z.record(z.string(), z.unknown());

/** The first of all rows: `first` itself says nothing of what it cost. */
const firstOf = async (statement: D1PreparedStatement, trip: Trip, column: unknown) => {
  const { results } = await trip(() => statement.all(), 1);
  const row = Row.optional().parse(results[0]);
  return (typeof column === 'string' ? row?.[column] : row) ?? null;
};

/** Does what a round trip of so many queries does, or fails in its place or behind it. */
export type Trip = <Answer>(go: () => Promise<Answer>, queries: number) => Promise<Answer>;

/** Passes every call on, those that ask the database by way of `trip`. */
const watched = (statement: D1PreparedStatement, trip: Trip): D1PreparedStatement =>
  new Proxy(statement, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name === 'bind') return watched(target.bind(...given), trip);
        if (name === 'first') return firstOf(target, trip, given[0]);
        return asking.has(name)
          ? trip(() => value.apply(target, given), 1)
          : value.apply(target, given);
      };
    },
  });

/** Wraps a database so that each of its round trips goes by way of `trip`. */
export const byTrips = <Wrapped extends D1Database | D1DatabaseSession>(
  db: Wrapped,
  trip: Trip,
): Wrapped =>
  new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => watched(target.prepare(sql), trip);
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name === 'batch') {
          const [statements] = given;
          const queries = Array.isArray(statements) ? statements.length : 1;
          return trip(() => value.apply(target, given), queries);
        }
        const answer = value.apply(target, given);
        return name === 'withSession' ? byTrips(answer, trip) : answer;
      };
    },
  });

/** Calls the Worker, and counts its round trips to the database, with those behind the answer. */
export const countTrips = async (path: string, init: RequestInit, on: Partial<Env> = {}) => {
  let trips = 0;
  const DB = byTrips(env.DB, (go) => {
    trips += 1;
    return go();
  });
  const context = createExecutionContext();
  const response = await app.request(host + path, init, { ...developing, ...on, DB }, context);
  const before = trips;
  await waitOnExecutionContext(context);
  return { response, before, behind: trips - before };
};

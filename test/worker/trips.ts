import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { app } from '../../worker/app.ts';
import { host } from './builders.ts';
import { developing } from './outbox/mailbox.ts';

const asking = new Set<PropertyKey>(['run', 'first', 'all', 'raw']);

/** Passes every call on, and tells of those that ask the database. */
const watched = (statement: D1PreparedStatement, onTrip: () => void): D1PreparedStatement =>
  new Proxy(statement, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (asking.has(name)) onTrip();
        const answer: unknown = value.apply(target, given);
        return name === 'bind' ? watched(target.bind(...given), onTrip) : answer;
      };
    },
  });

const counting = <Counted extends D1Database | D1DatabaseSession>(
  db: Counted,
  onTrip: () => void,
): Counted =>
  new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => watched(target.prepare(sql), onTrip);
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name === 'batch') onTrip();
        const answer = value.apply(target, given);
        return name === 'withSession' ? counting(answer, onTrip) : answer;
      };
    },
  });

/** Calls the Worker, and counts its round trips to the database, with those behind the answer. */
export const countTrips = async (path: string, init: RequestInit) => {
  let trips = 0;
  const DB = counting(env.DB, () => {
    trips += 1;
  });
  const context = createExecutionContext();
  const response = await app.request(host + path, init, { ...developing, DB }, context);
  const before = trips;
  await waitOnExecutionContext(context);
  return { response, before, behind: trips - before };
};

import type { Database } from './database.ts';

/** A round trip: it leaves once the code that runs now has asked all that it asks at once. */
type Trip = {
  statements: D1PreparedStatement[];
  /** Where the answer to a question stands that the trip asks already. */
  asked: Map<string, number>;
  results: Promise<D1Result[]>;
};

/** A statement, whether all that it does is read, and what it says and binds. */
type Query = {
  statement: D1PreparedStatement;
  isRead: boolean;
  sql: string;
  values: readonly unknown[];
};

const isRead = (sql: string): boolean =>
  /^\s*(?:SELECT|WITH)\b/i.test(sql) && !/\b(?:INSERT|UPDATE|DELETE)\b/i.test(sql);

/** JSON has no bytes, and would make the same of all. */
const bytesAsNumbers = (_: string, value: unknown): unknown =>
  value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value;

/** Finds where a trip answers a query: a write is asked each time, and after it every question again. */
const placeIn = (
  { statements, asked }: Trip,
  { statement, isRead, sql, values }: Query,
): number => {
  if (!isRead) {
    asked.clear();
    return statements.push(statement) - 1;
  }
  const says = JSON.stringify([sql, values], bytesAsNumbers);
  const known = asked.get(says);
  if (known !== undefined) return known;
  const place = statements.push(statement) - 1;
  asked.set(says, place);
  return place;
};

/**
 * Makes a database whose queries of one moment, such as those of a `Promise.all`, go in one batch and so in one
 * round trip, in the order in which they were asked. What writes begins a batch of its own, so that two writes
 * never fail together; what is asked at once behind it reads what it wrote, all or nothing. What several ask at
 * once, such as the lists that each part of a page names things by, is read once.
 */
export const gather = <Db extends Database>(db: Db): Db => {
  const queries = new WeakMap<D1PreparedStatement, Query>();
  let open: Trip | undefined;

  const openTrip = (): Trip => {
    const statements: D1PreparedStatement[] = [];
    const trip: Trip = {
      statements,
      asked: new Map(),
      results: Promise.resolve().then(() => {
        if (open === trip) open = undefined;
        return db.batch(statements);
      }),
    };
    return trip;
  };

  const ask = async (asked: readonly Query[]): Promise<D1Result[]> => {
    const joins = asked.every((query) => query.isRead);
    const trip = joins && open ? open : openTrip();
    open = trip;
    const places = asked.map((query) => placeIn(trip, query));
    const results = await trip.results;
    return places.flatMap((place) => results[place] ?? []);
  };

  const prepared = (query: Query): D1PreparedStatement => {
    const askOne = async () => (await ask([query]))[0];
    const proxy = new Proxy(query.statement, {
      get: (target, name) => {
        switch (name) {
          case 'bind':
            return (...values: unknown[]) =>
              prepared({ ...query, statement: target.bind(...values), values });
          case 'all':
          case 'run':
            return askOne;
          case 'first':
            return async (column?: string) => {
              const row: unknown = (await askOne())?.results[0];
              if (typeof row !== 'object' || row === null) return null;
              return column === undefined ? row : Reflect.get(row, column);
            };
          default:
            return Reflect.get(target, name);
        }
      },
    });
    queries.set(proxy, query);
    return proxy;
  };

  /** What was prepared elsewhere may write. */
  const queryOf = (statement: D1PreparedStatement): Query =>
    queries.get(statement) ?? { statement, isRead: false, sql: '', values: [] };

  return new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare')
        return (sql: string) =>
          prepared({ statement: target.prepare(sql), isRead: isRead(sql), sql, values: [] });
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) => ask(statements.map(queryOf));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

/**
 * Writes in one batch, all or nothing, and reads in the same round trip what stands then, on any database. `read`
 * asks all that it asks at once, of the database that it is given.
 */
export const writeAndRead = async <Value>(
  db: Database,
  statements: readonly D1PreparedStatement[],
  read: (db: Database) => Promise<Value>,
): Promise<Value> => {
  const trip = gather(db);
  const written = statements.length > 0 ? trip.batch([...statements]) : undefined;
  const [value] = await Promise.all([read(trip), written]);
  return value;
};

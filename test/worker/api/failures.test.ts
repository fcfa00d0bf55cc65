import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { byTrips, type Trip } from '../trips.ts';
import { cases, requestFor } from './asking.ts';
import { readDocument } from './document.ts';

const { operations } = await readDocument();

/** What visitors do, and one of each way in which staff write. */
const tried = new Set([
  ...['submitForm', 'confirmByCode', 'savePreferences', 'unsubscribe', 'correctDetails'],
  ...['makeRequest', 'registerPerson', 'recordDecision', 'erasePerson', 'beginJob'],
  ...['draftImport', 'beginImport', 'finishRequest', 'changeUser'],
  ...['takeRequest', 'reportBreach', 'openBreach', 'makeWebhook'],
]);
const writing = operations
  .filter(({ operationId }) => tried.has(operationId))
  .map((operation) => [operation.operationId, operation] as const);

test('every operation that is tried has its name still', () => {
  expect(writing.map(([id]) => id).toSorted()).toEqual([...tried].toSorted());
});

const overloaded = new Error('D1_ERROR: D1 DB is overloaded.');

/** Where a round trip fails: in its place, or after the database has done it and before it can say so. */
const moments: Record<'before' | 'after', Trip> = {
  before: () => Promise.reject(overloaded),
  after: async (go) => {
    await go();
    throw overloaded;
  },
};

/** Of SQLite and wrangler, counts that have a row already on most days, and the place of an upload that broke off, which is cleared within the hour. */
const beside = new Set(['sqlite_sequence', 'd1_migrations', 'import_file', 'counted_record']);

/** Texts of lists are checked against every published form, one by one. */
const MOST = 16;

const { results } = await env.DB.prepare(
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_*'",
).all<{ name: string }>();
const tables = results.map(({ name }) => name).filter((name) => !beside.has(name));

/** A row in D1 has a hundred columns at most. */
const AT_ONCE = 50;

/** Queries that count the rows of many tables each, which takes far less time than one for each table. */
const COUNTS = Array.from({ length: Math.ceil(tables.length / AT_ONCE) }, (_, at) => {
  const some = tables.slice(at * AT_ONCE, (at + 1) * AT_ONCE);
  return `SELECT ${some.map((table) => `(SELECT COUNT(*) FROM "${table}") AS "${table}"`).join(', ')}`;
});

/** How many rows each table has. */
const sizes = async (): Promise<Record<string, number>> => {
  const counted = await env.DB.batch<Record<string, number>>(
    COUNTS.map((sql) => env.DB.prepare(sql)),
  );
  return Object.fromEntries(
    counted.flatMap(({ results }) => results.flatMap(Object.entries<number>)),
  );
};

const added = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([table, count]) => [table, count - (before[table] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );

describe.each(writing)('%s', (id, operation) => {
  /** Asks while one round trip fails, and says what it was answered with and what it added to each table. */
  const askFailing = async (at: number, fail: Trip) => {
    const request = await requestFor(operation, (await cases[id]?.()) ?? {});
    const before = await sizes();
    let trips = 0;
    let answered = false;
    const DB = byTrips(env.DB, (go, queries) => {
      if (answered) return go();
      trips += 1;
      return trips === at ? fail(go, queries) : go();
    });
    const answer = await app.fetch(request, { ...env, DB }, createExecutionContext());
    answered = true;
    await answer.text();
    return { status: answer.status, added: added(before, await sizes()), failed: trips >= at };
  };

  test.each(['before', 'after'] as const)(
    'does all or nothing, and says what became of it, when a round trip fails %s it is done',
    async (moment) => {
      // What is saved under a name of its own is there already the second time.
      const whole = await askFailing(0, moments.before);
      const again = await askFailing(0, moments.before);
      for (let at = 1; at <= MOST; at++) {
        const cut = await askFailing(at, moments[moment]);
        if (!cut.failed) return;
        expect([503, whole.status], `trip ${at}`).toContain(cut.status);
        expect([{}, whole.added, again.added], `trip ${at}`).toContainEqual(cut.added);
      }
    },
  );
});

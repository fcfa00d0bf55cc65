import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const modules = import.meta.glob<Record<string, unknown>>(
  [
    '../../worker/**/*.{ts,tsx}',
    '!../../worker/tools/**',
    '!../../worker/pages/{element,render}.ts',
    '!../../worker/verifier/browser/**',
  ],
  { eager: true },
);
const sources = import.meta.glob<string>(
  [
    '../../worker/**/*.{ts,tsx}',
    '!../../worker/tools/**',
    '!../../worker/pages/{element,render}.ts',
    '!../../worker/verifier/browser/**',
  ],
  { eager: true, query: '?raw', import: 'default' },
);

/**
 * Tables whose rows an operator adds one by one, reports of breaches, of which so many wait at most,
 * or of which there are as many as scheduled tasks or providers of email. Reading one whole costs no more than an index.
 */
const SMALL = new Set([
  'api_key',
  'breach_case',
  'breach_report',
  'connection',
  'counted',
  'counted_standing',
  'd1_migrations',
  'event_reader',
  'failing_task',
  'form',
  'form_draft',
  'item',
  'legal_basis',
  'legal_basis_text',
  'log',
  'log_key',
  'mail_text',
  'purpose',
  'purpose_text',
  'request_contact',
  'resting',
  'segment',
  'setting',
  'signal_provider',
  'source',
  'source_text',
  'subscription_type',
  'subscription_type_text',
  'user',
  'webhook',
]);

const INPUT = 'sorts no more rows than the request names';
const ONE_PERSON = 'sorts what one person has';
const ONE_FORM = 'sorts the counts of one form over the days shown';
const CONFIGURED = 'sorts rows that an operator adds one by one';
const SLICE = 'sorts a slice of what the ledger has beyond its counts';
const ONCE = 'runs once, after a backup is restored';
const LIMITED = 'reads in the order of an index, no further than its LIMIT';
const ORPHANS = 'plans to look for orphans of a foreign key, and skips it while there are none';

/** Queries whose plan scans or sorts a table that grows, and why that is right. */
const ALLOWED: Readonly<Record<string, string>> = {
  'worker/admin/jobs/import-store.ts PARTS': INPUT,
  'worker/admin/jobs/outcomes.ts outcomeQueries.count undo': INPUT,
  'worker/admin/jobs/outcomes.ts outcomeQueries.count work': INPUT,
  'worker/admin/jobs/outcomes.ts outcomeQueries.undo': INPUT,
  'worker/admin/jobs/outcomes.ts outcomeQueries.work': INPUT,
  'worker/admin/jobs/store.ts JOBS': LIMITED,
  'worker/admin/jobs/undo.ts WRITTEN_OF': INPUT,
  'worker/admin/notices/store.ts COUNT': LIMITED,
  'worker/admin/notices/write.ts COUNT_QUEUED': INPUT,
  'worker/admin/notices/write.ts QUEUE': INPUT,
  'worker/admin/notices/write.ts WRITE_AGAIN': ONE_PERSON,
  'worker/admin/notices/write.ts WRITE_EACH': ONE_PERSON,
  'worker/admin/webhooks/store.ts READY': CONFIGURED,
  'worker/admin/webhooks/store.ts WEBHOOKS': CONFIGURED,
  'worker/admin/users/restored.ts END_SESSIONS': ONCE,
  'worker/admin/users/restored.ts USE_SIGN_INS': ONCE,
  'worker/forms/list.ts FORMS': CONFIGURED,
  'worker/ledger/decide.ts WRITE_OCCASIONS.0': INPUT,
  'worker/ledger/decide.ts WRITE_OCCASIONS.1': INPUT,
  'worker/ledger/decide.ts WRITE_OCCASIONS.2': INPUT,
  'worker/ledger/decide.ts WRITE_OWN_OCCASIONS.0': INPUT,
  'worker/ledger/decide.ts WRITE_OWN_OCCASIONS.1': INPUT,
  'worker/ledger/decide.ts WRITE_OWN_OCCASIONS.2': INPUT,
  'worker/ledger/of-submission.ts KEEP_SUBJECT': LIMITED,
  'worker/ledger/of-submission.ts WRITE_DECIDED.confirmed': LIMITED,
  'worker/ledger/of-submission.ts WRITE_DECIDED.sent': LIMITED,
  'worker/ledger/of-submission.ts WRITE_DECIDED.unconfirmed': LIMITED,
  'worker/ledger/statement.ts KEEP_STATEMENTS': ORPHANS,
  'worker/ledger/store.ts LAST_SEQUENCE': LIMITED,
  'worker/ledger/wordings.ts GIVEN_ON': CONFIGURED,
  'worker/lists/whole.ts WRITE_SUBSCRIPTION_TYPE': ORPHANS,
  'worker/outbox/about.ts ABOUT_REQUEST': ONE_PERSON,
  'worker/outbox/about.ts FAILED_EMAILS': LIMITED,
  'worker/outbox/dead.ts DEAD': LIMITED,
  'worker/outbox/dead.ts REVIVE': LIMITED,
  'worker/outbox/mailbox.ts NEWEST': 'reads the mailbox of a development machine',
  'worker/outbox/outbox.ts HEALTH': LIMITED,
  'worker/statistics/fold.ts FOLD_RECORDS': SLICE,
  'worker/statistics/fold.ts FOLD_STANDINGS': SLICE,
  'worker/statistics/fold.ts FOLD_WORDINGS': SLICE,
  'worker/statistics/counts.ts UNCOUNTED': SLICE,
  'worker/statistics/store.ts DAYS': ONE_FORM,
  'worker/statistics/store.ts ORIGINS': ONE_FORM,
  'worker/statistics/store.ts TOTALS': ONE_FORM,
  'worker/people/search.ts searchQueries.people by notice': INPUT,
  'worker/people/store.ts STANDINGS_OF_PERSON': ONE_PERSON,
  'worker/personal-data/store.ts EMAILS_OF': ONE_PERSON,
  'worker/people/words.ts FORGET_CHANGED': LIMITED,
  'worker/people/words.ts WAITING': LIMITED,
  'worker/people/words.ts PUT_CHANGED': LIMITED,
  'worker/people/words.ts TAKE_OUT': LIMITED,
  'worker/visitor/submissions/store.ts WRITE_NOTICE': LIMITED,
};

const BEGINNING = String.raw`(?:SELECT|INSERT|UPDATE|DELETE|WITH|EXISTS)\b`;
const QUERY = new RegExp(`^\\s*${BEGINNING}`);
const HIDDEN = new RegExp(`^const (\\w+)(?:: string)? =\\s*[\`'"]\\s*${BEGINNING}`, 'gm');
const PREPARED = /\.prepare\(\s*([A-Z_]+)\b/g;
const UNNAMED = /\.prepare\(\s*(?:[`'"]|\w+\()/;

/** A search by equality, unless it is for one row. */
const MANY_ROWS =
  /^SEARCH (\w+) USING .*\((?!rowid=\?\)|id=\?\)|form=\? AND version=\?\))[^<>]*\)$/g;

const all = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const isQuery = (value: unknown): value is string => typeof value === 'string' && QUERY.test(value);

/** The queries that a module exports, alone or several in an object. */
const queriesIn = (exported: Record<string, unknown>): [name: string, sql: string][] =>
  Object.entries(exported).flatMap(([name, value]) => {
    const { data = {} } = z.record(z.string(), z.string()).safeParse(value);
    const named = isQuery(value)
      ? [[name, value] as const]
      : Object.entries(data).map(([inner, sql]) => [`${name}.${inner}`, sql] as const);
    return named.flatMap(([known, sql]): [string, string][] =>
      isQuery(sql) ? [[known, sql]] : [],
    );
  });

const queries = Object.entries(modules).flatMap(([path, exported]) =>
  queriesIn(exported).map(([name, sql]) => [`${path.replace('../../', '')} ${name}`, sql] as const),
);

const Step = z.object({ parent: z.number(), detail: z.string() });

const plan = async (query: string): Promise<z.infer<typeof Step>[]> => {
  // A condition under which an act is recorded is a part that one room hands to another.
  const sql = query.startsWith('EXISTS') ? `SELECT 1 WHERE ${query}` : query;
  const parameters = Math.max(0, ...all(/\?(\d+)/g, sql).map(Number));
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...Array.from({ length: parameters }, () => null))
    .all();
  return z.array(Step).parse(results);
};

const SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view')";
const { results } = await env.DB.prepare(SCHEMA).all<Record<'type' | 'name' | 'sql', string>>();
const big = new Set(
  results.filter(({ type, name }) => type === 'table' && !SMALL.has(name)).map(({ name }) => name),
);
const views = new Map(
  results.filter(({ type }) => type === 'view').map(({ name, sql }) => [name, sql]),
);

/** The tables and views that a query names, and those within its views, each with the alias that plans call it by. */
const tablesIn = (sql: string): { table: string; alias: string }[] =>
  [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)(?:\s+(?:AS\s+)?([a-z]\w*))?/g)].flatMap(
    ([, table = '', alias = table]) => [{ table, alias }, ...tablesIn(views.get(table) ?? '')],
  );

/** The steps of a plan that grow with a table that grows. */
const growing = async (sql: string): Promise<string[]> => {
  const tables = tablesIn(sql);
  const isBig = (name: string) =>
    big.has(name) || tables.some(({ table, alias }) => alias === name && big.has(table));
  const sorts = tables.some(({ table }) => big.has(table));
  const steps = await plan(sql);
  // SQLite also calls reading the request's own JSON a scan, of a virtual table.
  const isJson = (detail: string) => detail.includes('VIRTUAL TABLE');
  /** Whether all that belongs to a value is read, and only then what the request names. */
  const isBeforeJson = ({ parent, detail }: z.infer<typeof Step>, at: number) =>
    all(MANY_ROWS, detail).some(isBig) &&
    steps.slice(at).some((later) => later.parent === parent && isJson(later.detail));
  return steps
    .filter(
      (step, at) =>
        (sorts && step.detail.includes('USE TEMP B-TREE')) ||
        isBeforeJson(step, at) ||
        (!isJson(step.detail) && all(/^SCAN (\w+)/g, step.detail).some(isBig)),
    )
    .map(({ detail }) => detail);
};

describe('no query scans or sorts a table that grows', () => {
  test.each(queries.filter(([name]) => !(name in ALLOWED)))('%s', async (_, sql) => {
    expect(await growing(sql)).toEqual([]);
  });

  test.each(Object.entries(ALLOWED))('except %s, which %s', async (name) => {
    const [, sql = ''] = queries.find(([known]) => known === name) ?? [];
    expect(await growing(sql)).not.toEqual([]);
  });

  test('a scan, a sort, and a request that is looked at last would be noticed', async () => {
    const scan = "SELECT p.id FROM person p WHERE p.locale = 'da'";
    expect(await growing(scan)).toEqual(['SCAN p']);
    const sort = 'SELECT number FROM occasion WHERE person = 1 ORDER BY locale';
    expect((await growing(sort)).join()).toContain('USE TEMP B-TREE FOR ORDER BY');
    const late = `SELECT h.person FROM json_each(?1) one
      JOIN held h ON h.person + 0 = one.value AND h.item = 1`;
    expect((await growing(late)).join()).toContain('SEARCH h USING');
  });
});

/** What a join compares a parameter with, unless as `+?1`. */
const compared = (sql: string): string[] =>
  /\bJOIN\b/.test(sql) ? all(/\b([a-z]\w*\.\w+ (?:=|IS|IS NOT) \?\d+)/g, sql) : [];

test('a join compares no column with a bare parameter, for which D1 would compile it again each time', () => {
  const found = queries.flatMap(([name, sql]) => compared(sql).map((each) => `${name}: ${each}`));
  expect(found).toEqual([]);
  expect(compared('SELECT 1 FROM a JOIN b ON b.id = ?1 AND a.id = +?2')).toEqual(['b.id = ?1']);
});

describe('an index', () => {
  const INDEXES = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";

  test('says which question it answers, and is in the plan of a query that asks it', async () => {
    const { results: indexes } =
      await env.DB.prepare(INDEXES).all<Record<'name' | 'sql', string>>();
    const plans = (await Promise.all(queries.map(([, sql]) => plan(sql)))).flat();
    const used = new Set(plans.flatMap(({ detail }) => all(/INDEX (\w+)/g, detail)));
    expect(indexes.filter(({ sql }) => !/-- .+\?\n/.test(sql)).map(({ name }) => name)).toEqual([]);
    expect(indexes.filter(({ name }) => !used.has(name)).map(({ name }) => name)).toEqual([]);
  });
});

describe('a query', () => {
  const NAMED = /\/\*\*([^*]*(?:\*(?!\/)[^*]*)*)\*\/\s*export const (\w+)/g;
  const INDEX_NAMES = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";

  test('uses the index that its comment names', async () => {
    const { results: indexes } = await env.DB.prepare(INDEX_NAMES).all<{ name: string }>();
    const known = new Set(indexes.map(({ name }) => name));
    const said = Object.entries(sources).flatMap(([path, text]) =>
      [...text.matchAll(NAMED)].flatMap(([, comment = '', name = '']) =>
        all(/(\w+_\w+)/g, comment)
          .filter((word) => known.has(word))
          .map((index) => ({ query: `${path.replace('../../', '')} ${name}`, index })),
      ),
    );
    const plansOf = async (name: string) => {
      const own = queries.filter(([known]) => known === name || known.startsWith(`${name}.`));
      return (await Promise.all(own.map(([, sql]) => plan(sql)))).flat();
    };
    const untrue = await Promise.all(
      said.map(async ({ query, index }) => {
        const steps = await plansOf(query);
        // A part of a query is in the plan of those that it is in.
        const isUsed =
          steps.length === 0 ||
          steps.some(({ detail }) => all(/INDEX (\w+)/g, detail).includes(index));
        return isUsed ? [] : [`${query} does not use ${index}`];
      }),
    );
    expect(said.length).toBeGreaterThan(40);
    expect(untrue.flat()).toEqual([]);
  });
});

/** The names of queries that a file keeps to itself. */
const hiddenIn = (path: string, text: string): string[] => {
  const exported = queriesIn(modules[path] ?? {}).map(([name]) => name.replace(/\..*/, ''));
  // The beginning that several queries share is looked at in each of them.
  const declared = all(HIDDEN, text).filter((name) => !text.includes(`\${${name}}`));
  const hidden = [...declared, ...all(PREPARED, text)].filter((name) => !exported.includes(name));
  const isUnnamed = UNNAMED.test(text) && !exported.some((name) => name.endsWith('Queries'));
  return isUnnamed ? [...hidden, 'a query without a name'] : hidden;
};

test('every query is exported, so that this test sees it', () => {
  const hidden = Object.entries(sources).flatMap(([path, text]) =>
    hiddenIn(path, text).map((name) => `${path} ${name}`),
  );
  expect(hidden).toEqual([]);
});

test('a hidden query would be noticed', () => {
  const declared = 'const HIDDEN = `\nSELECT 1`;';
  const used = 'db.prepare(OTHER).bind(1); db.prepare(`SELECT 3`);';
  expect(hiddenIn('nowhere.ts', `${declared}\n${used}`)).toEqual([
    'HIDDEN',
    'OTHER',
    'a query without a name',
  ]);
});

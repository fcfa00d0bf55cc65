import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { readMigrations } from '../worker/tools/schema.ts';

type Row = Readonly<Record<string, SQLInputValue>>;

const hash = 'a'.repeat(64);
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(1);

/** A row of each table that only grows, in an order in which they can be added. */
const rows: Readonly<Record<string, Row>> = {
  statement: { number: 5, sha256: hash, content: '{}', created_at: 1 },
  form_version: { form: 'a', version: 1, definition: '{}', published_at: 1 },
  form_statement: { form: 'a', version: 1, locale: 'en', part: 'form', statement: hash },
  image: { sha256: hash, type: 'image/png', bytes: bytes(3), created_at: 1 },
  former_person: { number: 9, id: 'someone' },
  erased: { number: 2, person: 'someone', hash: null },
  term: { code: 100, word: 'a-word' },
  item: { code: 100, kind: 'purpose', key: 'a-purpose', purpose: null },
  occasion: {
    number: 7,
    base: bytes(16),
    person: 1,
    subject: bytes(32),
    source: 9,
    actor: 12,
    recorded_at: 1,
    decided_at: 1,
    statement: 5,
    form: 100,
    form_version: 1,
    page: 100,
    locale: 32,
    comment: bytes(32),
    submission: bytes(16),
    counted_as: 9,
  },
  decided: {
    occasion: 7,
    n: 0,
    item: 1,
    decision: 1,
    legal_basis: 26,
    sha256: bytes(32),
    sealed_as: null,
    before: 1,
    before_on: 1,
  },
  audit: {
    sequence: 3,
    actor: 'a',
    act: 'b',
    object: 'c',
    before: '1',
    after: '1',
    recorded_at: 1,
  },
  log: { number: 1, origin: 'a', started_at: 1, halted_at: 1, halted_by: 'changed' },
  log_checkpoint: { log: 1, size: 1, sequence: 1, note: 'a', signed_at: 1 },
  log_tile: { log: 1, level: 0, number: 0, first: 1, hashes: bytes(64) },
  log_key: { vkey: 'a', signed_at: 1 },
  log_cosignature: { log: 1, size: 1, vkey: 'a', line: 'a', signed_at: 1 },
  log_timestamp: { log: 1, size: 1, token: bytes(3), stamped_at: 1 },
};

/** What of a table says something new in time: which purpose a subscription type is under. */
const MOVES: Readonly<Record<string, readonly string[]>> = { item: ['purpose'] };

const insertion = (how: string, table: string, row: Row): string =>
  `${how} INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`;

const migrations = await readMigrations();

/** A database with a row in each of these tables, of a form that was submitted and a person who is known. */
const filled = (): DatabaseSync => {
  const database = new DatabaseSync(':memory:');
  for (const script of migrations) database.exec(script);
  database.exec(`
    INSERT INTO form (key, version, locale, origins, inactive, updated_at) VALUES ('a', 1, 'en', '[]', '{}', 1);
    INSERT INTO counted_form (form, submissions) VALUES ('a', 1);
    INSERT INTO person (number, id, email, locale, created_at) VALUES (1, 'anyone', 'a@example.com', 'en', 1);`);
  for (const [table, row] of Object.entries(rows))
    database.prepare(insertion('INSERT', table, row)).run(...Object.values(row));
  return database;
};

/** Another value of the same kind, that may stand in its column. */
const another = (value: SQLInputValue): SQLInputValue => {
  if (value instanceof Uint8Array) return value.map((byte) => byte + 1);
  if (typeof value === 'number') return value + 1000;
  if (value === null) return 1;
  return value === '{}' ? '{"a":1}' : `b${String(value).slice(1)}`;
};

type Attempt = readonly [sql: string, values: readonly SQLInputValue[]];

const ROWIDS = ['rowid', '_rowid_', 'oid'];

/** What an UPDATE may set: each column, and the row's own number by any of its names. */
const updates = (table: string, row: Row, names: readonly string[]): Attempt[] =>
  ['UPDATE', 'UPDATE OR REPLACE', 'UPDATE OR IGNORE', 'UPDATE OR FAIL'].flatMap((how) =>
    names
      .filter((name) => !MOVES[table]?.includes(name))
      .map(
        (name): Attempt => [
          `${how} ${table} SET ${name} = ? WHERE ${Object.keys(row)[0]} = ?`,
          [another(row[name] ?? 5), Object.values(row)[0] ?? null],
        ],
      ),
  );

/** Rows that have something in common with one that is there: all, all but one or two columns, or only one. */
const likenesses = (row: Row): Row[] => {
  const names = Object.keys(row);
  const changed = [
    [],
    ...names.map((name) => [name]),
    ...names.map((name) => names.filter((other) => other !== name)),
    ...names.flatMap((one) => names.map((two) => names.filter((n) => n !== one && n !== two))),
  ];
  return changed.map((others) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        others.includes(name) ? another(row[name] ?? null) : (row[name] ?? null),
      ]),
    ),
  );
};

const insertions = (table: string, row: Row, key: readonly string[]): Attempt[] =>
  likenesses(row).flatMap((like): Attempt[] => {
    const values = Object.values(like);
    const last = Object.keys(row).at(-1);
    return [
      ...['INSERT', 'INSERT OR IGNORE', 'INSERT OR REPLACE'].map(
        (how): Attempt => [insertion(how, table, like), values],
      ),
      [`${insertion('INSERT', table, like)} ON CONFLICT DO UPDATE SET ${last} = 7`, values],
      ...key.map(
        (name): Attempt => [
          insertion('INSERT OR REPLACE', table, { [name]: 5, ...like }),
          [5, ...values],
        ],
      ),
    ];
  });

const attempts = (database: DatabaseSync, table: string, row: Row): Attempt[] => {
  const { sql } = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table) ?? {};
  const hasRowid = !String(sql).includes('WITHOUT ROWID');
  // A row whose number is a column of its own is asked for by that column.
  const hasHiddenRowid = hasRowid && !String(sql).includes('INTEGER PRIMARY KEY');
  if (hasHiddenRowid)
    expect(database.prepare(`SELECT rowid FROM ${table}`).get()).toEqual({ rowid: 1 });
  return [
    [`DELETE FROM ${table}`, []],
    ...updates(table, row, [...Object.keys(row), ...(hasRowid ? ROWIDS : [])]),
    ...insertions(table, row, hasHiddenRowid ? ROWIDS : []),
  ];
};

const rowsOf = (database: DatabaseSync, table: string, row: Row): Set<string> => {
  const names = Object.keys(row).filter((name) => !MOVES[table]?.includes(name));
  const columns = names.map((name) => `quote(${name})`).join(` || ',' || `);
  return new Set(
    database
      .prepare(`SELECT ${columns} AS all_of_it FROM ${table}`)
      .all()
      .map(({ all_of_it }) => String(all_of_it)),
  );
};

/** What takes away or changes what a table has. */
const harms = (database: DatabaseSync, table: string, row: Row): string[] =>
  attempts(database, table, row).flatMap(([sql, values]) => {
    database.exec('SAVEPOINT attempt');
    const before = rowsOf(database, table, row);
    let said = '';
    try {
      database.prepare(sql).run(...values);
    } catch (error) {
      said = String(error);
    }
    const after = rowsOf(database, table, row);
    const isLost = [...before].some((each) => !after.has(each));
    database.exec('ROLLBACK TO attempt; RELEASE attempt');
    return isLost ? [`${sql} of ${values.join()}${said}`] : [];
  });

const NEVER_DELETED = `
SELECT tbl_name AS name
FROM sqlite_schema
WHERE type = 'trigger' AND name LIKE '%\\_is\\_never\\_deleted' ESCAPE '\\' AND tbl_name <> 'record'
ORDER BY tbl_name`;

describe('what was written to a table that only grows stays as it is, however it is tried, in', () => {
  test('every table of which nothing is deleted', () => {
    const tables = filled().prepare(NEVER_DELETED).all();
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(rows).toSorted());
  });

  test.each(Object.entries(rows))('%s', (table, row) => {
    const database = filled();
    expect(harms(database, table, row)).toEqual([]);
    database.exec('PRAGMA recursive_triggers = on; PRAGMA foreign_keys = off');
    expect(harms(database, table, row)).toEqual([]);
  });
});

test('an attempt that does harm is noticed', () => {
  const database = filled();
  database.exec('DROP TRIGGER term_is_never_replaced');
  expect(harms(database, 'term', rows.term ?? {}).join('\n')).toContain(
    'INSERT OR REPLACE INTO term',
  );
});

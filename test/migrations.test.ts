import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { readMigrations } from '../worker/tools/schema.ts';
import { fillDatabase } from './bench/fill.ts';

const folder = new URL('../worker/migrations/', import.meta.url);

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);

test('migrations are numbered in a row and named by their subject', async () => {
  const names = (await readdir(folder)).toSorted();
  const numbers = names.map((name) => name.replace(/^(\d{4})_[a-z_]+\.sql$/, '$1'));
  expect(numbers).toEqual(names.map((_, index) => String(index + 1).padStart(4, '0')));
});

test('no migration that was released is changed, renamed or deleted', () => {
  const changed = git('tag', '--list', 'v*').flatMap((tag) =>
    git('diff', '--name-only', '--diff-filter=MDR', tag, '--', '.'),
  );
  expect(changed).toEqual([]);
});

test('the baseline makes a database that keeps every reference and ships its lists', async () => {
  const database = new DatabaseSync(':memory:');
  for (const script of await readMigrations()) database.exec(script);
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const keys = (table: string) =>
    database
      .prepare(`SELECT key FROM ${table} ORDER BY rank`)
      .all()
      .map(({ key }) => key);
  expect(keys('purpose')).toEqual(['sales-and-service', 'e-marketing']);
  expect(keys('subscription_type')).toEqual(['newsletter', 'invitations', 'product-news']);
  expect(keys('legal_basis')).toEqual(['61A', '61B', '61C', '61D', '61E', '61F']);
  expect(keys('source')).toHaveLength(14);
  database.close();
});

/** The migrations that a release left in its databases, in their order; `HEAD` is what the next one would. */
const migrationsOf = (release: string): string[] =>
  git('ls-tree', '--name-only', '--full-tree', `${release}:worker/migrations`)
    .toSorted()
    .map((name) => git('show', `${release}:worker/migrations/${name}`).join('\n'));

const FORM = `
INSERT INTO statement (sha256, content, created_at) VALUES (lower(hex(randomblob(32))), '{}', 1);
INSERT INTO form (key, version, locale, origins, inactive, updated_at)
VALUES ('newsletter', 1, 'en', '[]', '{}', 1)`;

const PARTS = `
SELECT s.type, s.name, group_concat(c.name) AS columns
FROM sqlite_schema s
LEFT JOIN pragma_table_info(s.name) c
WHERE s.name NOT LIKE 'sqlite_%'
GROUP BY s.type, s.name
ORDER BY s.type, s.name`;

/** What a database consists of, whatever the order in which its columns were added. */
const partsOf = (database: DatabaseSync): string[] =>
  database
    .prepare(PARTS)
    .all()
    .map(({ type, name, columns }) => {
      const sorted = String(columns ?? '')
        .split(',')
        .toSorted();
      return `${type} ${name} (${sorted})`;
    });

const recordsIn = (database: DatabaseSync) =>
  database.prepare('SELECT * FROM record ORDER BY sequence').all();

test.each([...git('tag', '--list', 'v*'), 'HEAD'])(
  'a database of people that %s left gets the newest schema, and keeps each record as it was',
  async (release) => {
    const all = await readMigrations();
    const [newest, left] = [new DatabaseSync(':memory:'), new DatabaseSync(':memory:')];
    for (const script of all) newest.exec(script);
    const before = migrationsOf(release);
    for (const script of [...before, FORM]) left.exec(script);
    fillDatabase(left, 20);
    left.exec("PRAGMA foreign_keys = on; DELETE FROM person WHERE email = 'stored-7@example.com'");
    const records = recordsIn(left);
    expect(records).toHaveLength(80);
    for (const script of all.slice(before.length)) left.exec(script);
    expect(recordsIn(left)).toEqual(records);
    expect(left.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(partsOf(left).filter((part) => !part.includes('sqlite_stat'))).toEqual(partsOf(newest));
    for (const database of [newest, left]) database.close();
  },
);

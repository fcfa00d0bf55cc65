import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { readMigrations } from '../worker/tools/schema.ts';

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

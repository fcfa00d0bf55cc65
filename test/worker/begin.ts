import { env } from 'cloudflare:test';

/** Everything that earlier files of this runtime left in the database, in an order in which it can go. */
const LEFT = `
SELECT type, name
FROM sqlite_schema
WHERE type IN ('table', 'trigger', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
  -- The tables that an index of words consists of go with it.
  AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
ORDER BY type DESC, rowid DESC`;

const HISTORY = `
CREATE TABLE d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Joins statements into one query: each of its own takes longer to hand over than to run. */
const together = (statements: readonly string[]): string =>
  statements.map((statement) => `${statement.replace(/;\s*$/, '')};`).join('\n');

/**
 * Begins a database again. As `applyD1Migrations` does, but in one transaction, and with each migration as one query:
 * its statements would otherwise wait for the disk, and that before every file of tests.
 */
export const begin = async (db: D1Database): Promise<void> => {
  const { results: left } = await db.prepare(LEFT).all<{ type: string; name: string }>();
  const drops = left.map(({ type, name }) => `DROP ${type} IF EXISTS "${name}"`);
  await db.batch([
    db.prepare('PRAGMA defer_foreign_keys = on'),
    db.prepare(together([...drops, HISTORY])),
    ...env.MIGRATIONS.flatMap(({ name, queries }) => [
      db.prepare(together(queries)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name),
    ]),
  ]);
};

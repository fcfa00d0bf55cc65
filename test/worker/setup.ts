import { env } from 'cloudflare:test';
import { forgetPrivacyLinks } from '../../worker/pages/privacy.ts';
import { forgetBrand } from '../../worker/settings/known-brand.ts';
import { forgetViews } from '../../worker/statistics/count.ts';

/** Everything that earlier files of this runtime left in the database, in an order in which it can go. */
const LEFT = `
SELECT type, name
FROM sqlite_schema
WHERE type IN ('table', 'trigger', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
ORDER BY type DESC, rowid DESC`;

const { results: left } = await env.DB.prepare(LEFT).all<{ type: string; name: string }>();

// As `applyD1Migrations` does, but in one transaction: each of some two hundred statements would
// otherwise wait for the disk, and that before every file of tests.
await env.DB.batch([
  env.DB.prepare('PRAGMA defer_foreign_keys = on'),
  ...left.map(({ type, name }) => env.DB.prepare(`DROP ${type} IF EXISTS "${name}"`)),
  env.DB.prepare(
    'CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
  ),
  ...env.MIGRATIONS.flatMap(({ name, queries }) => [
    ...queries.map((query) => env.DB.prepare(query)),
    env.DB.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name),
  ]),
]);

// What an isolate remembers of a database that is gone.
forgetBrand();
forgetPrivacyLinks();
forgetViews();

// `npm run schema`: writes worker/schema.sql, the schema as it is after all migrations.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

const folder = new URL('../migrations/', import.meta.url);
const file = new URL('../schema.sql', import.meta.url);

const HEAD = `-- The schema after all migrations, for reading. Written by \`npm run schema\`; do not edit it.
-- Each table and view is followed by its indexes and its triggers.`;

/** Tables and views in the order in which they were made, each with its indexes and then its triggers. */
const SCHEMA = `
SELECT s.sql
FROM sqlite_schema s
JOIN sqlite_schema t ON t.type IN ('table', 'view') AND t.name = s.tbl_name
WHERE s.sql IS NOT NULL AND t.name NOT LIKE 'sqlite_%'
  AND t.name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
ORDER BY t.rowid, s.type = 'trigger', s.type = 'index', s.name`;

/** Returns the schema of an empty database to which these scripts were applied. */
export const schemaAfter = (scripts: readonly string[]): string => {
  const database = new DatabaseSync(':memory:');
  for (const script of scripts) database.exec(script);
  const statements = database.prepare(SCHEMA).all();
  database.close();
  return `${[HEAD, ...statements.map(({ sql }) => `${sql};`)].join('\n\n')}\n`;
};

/** Reads every migration, in the order in which they are applied. */
export const readMigrations = async (): Promise<string[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
};

/** Reads the schema as it was last written. */
export const readSchema = (): Promise<string> => readFile(file, 'utf8');

if (import.meta.main) await writeFile(file, schemaAfter(await readMigrations()));

import { env } from 'cloudflare:test';
import { wholeSql } from '../../../worker/platform/whole.ts';

type Row = Record<string, unknown>;

/** Its tables, without what SQLite and the migrations keep of them. */
const TABLES = `
SELECT name
FROM (${wholeSql()})
WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'd1_migrations'`;

const TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";

/** A whole database as it was. */
export type Backup = ReadonlyMap<string, readonly Row[]>;

/** Takes a backup of the whole database. */
export const backUp = async (): Promise<Backup> => {
  const { results } = await env.DB.prepare(TABLES).all<{ name: string }>();
  const backup = new Map<string, Row[]>();
  for (const { name } of results)
    backup.set(name, (await env.DB.prepare(`SELECT * FROM "${name}"`).all<Row>()).results);
  return backup;
};

/** Blobs are read as numbers and must be written as bytes. */
const asBound = (value: unknown): unknown =>
  Array.isArray(value) ? Uint8Array.from(value).buffer : value;

/** Puts a backup in the place of the database, as an operator does who goes back to an earlier day. */
export const restore = async (backup: Backup): Promise<void> => {
  const { results: triggers } = await env.DB.prepare(TRIGGERS).all<{ name: string; sql: string }>();
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    ...triggers.map(({ name }) => env.DB.prepare(`DROP TRIGGER "${name}"`)),
    ...[...backup.keys()].map((name) => env.DB.prepare(`DELETE FROM "${name}"`)),
    ...[...backup].flatMap(([name, rows]) =>
      rows.map((row) => {
        const columns = Object.keys(row).map((column) => `"${column}"`);
        const places = columns.map((_, index) => `?${index + 1}`);
        return env.DB.prepare(
          `INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${places.join(', ')})`,
        ).bind(...Object.values(row).map(asBound));
      }),
    ),
    ...triggers.map(({ sql }) => env.DB.prepare(sql)),
  ]);
};

// What a migration makes of rows that were stored before it.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { readMigrations } from '../worker/tools/schema.ts';

const hash = (letter: string): string => letter.repeat(64);

const statementOf = (asks: boolean, purpose: string): string =>
  JSON.stringify({ sections: [{ purposes: [{ key: purpose, asks }] }] });

/** A database that was filled by a script just before the migration that makes something. */
const migrated = async (makes: string, script: string): Promise<DatabaseSync> => {
  const migrations = await readMigrations();
  const at = migrations.findIndex((each) => each.includes(makes));
  const database = new DatabaseSync(':memory:');
  for (const each of migrations.slice(0, at)) database.exec(each);
  database.exec(script);
  database.exec(migrations[at] ?? '');
  return database;
};

const aRecord = (
  id: string,
  person: string,
  purpose: string,
  decision: string,
  { statement = null, source = 'web-form' }: { statement?: string | null; source?: string } = {},
): string => `
INSERT INTO record (id, person, subject, item_kind, item, decision, legal_basis, source, actor, recorded_at,
  statement, locale, submission, sha256)
VALUES ('${id}', '${person}', 's', 'purpose', '${purpose}', '${decision}', '61F', '${source}', 'person', 1000,
  ${statement === null ? 'NULL' : `'${statement}'`}, 'en', '${id}', '${hash('c')}');`;

const stored = `
INSERT INTO statement (sha256, content, created_at) VALUES
  ('${hash('a')}', '${statementOf(false, 'sales-and-service')}', 1),
  ('${hash('b')}', '${statementOf(true, 'sales-and-service')}', 1);
INSERT INTO person (id, email, locale, created_at) VALUES
  ('told', 'told@example.com', 'en', 1), ('asked', 'asked@example.com', 'en', 1),
  ('listed', 'listed@example.com', 'en', 1), ('gone', 'gone@example.com', 'en', 1);
${aRecord('r1', 'told', 'sales-and-service', 'given', { statement: hash('a') })}
${aRecord('r2', 'asked', 'sales-and-service', 'given', { statement: hash('b') })}
${aRecord('r3', 'listed', 'sales-and-service', 'given', { source: 'import' })}
${aRecord('r4', 'listed', 'e-marketing', 'given', { source: 'import' })}
${aRecord('r5', 'gone', 'e-marketing', 'withdrawn')}
DELETE FROM person WHERE id = 'gone';
INSERT INTO submission (id, form, version, person, idempotency_key, body_sha256, receipt, statement, locale,
  fields, decisions, recorded_at)
VALUES ('r1', 'form', 1, 'told', 'k', 'b', 'receipt', '${hash('a')}', 'en', '{}',
  '[{"purpose":"sales-and-service","decision":"given"},{"purpose":"e-marketing","decision":"given"}]', 1);
INSERT INTO segment (id, name, filter, created_by, created_at) VALUES
  ('one', 'Told', '{"purpose":"sales-and-service","decision":"given"}', 'user', 1),
  ('two', 'Asked', '{"purpose":"e-marketing","decision":"given"}', 'user', 1);`;

test('notices that were recorded as given are informed, and still verify as they were sealed', async () => {
  const database = await migrated('CREATE TABLE record_next', stored);
  const rows = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  expect(rows('SELECT id, decision, sealed_as, counted_as FROM record ORDER BY sequence')).toEqual([
    ['r1', 'informed', 'given', 'own'],
    ['r2', 'given', null, 'own'],
    ['r3', 'informed', 'given', 'import'],
    ['r4', 'given', null, 'import'],
    ['r5', 'withdrawn', null, 'erasure'],
  ]);
  expect(rows('SELECT person, item, decision FROM standing ORDER BY record')).toEqual([
    ['told', 'sales-and-service', 'informed'],
    ['asked', 'sales-and-service', 'given'],
    ['listed', 'sales-and-service', 'informed'],
    ['listed', 'e-marketing', 'given'],
  ]);
  expect(rows('SELECT item, decision, count FROM standing_count WHERE count > 0')).toEqual([
    ['e-marketing', 'given', 1],
    ['sales-and-service', 'given', 1],
    ['sales-and-service', 'informed', 2],
  ]);
  expect(rows('SELECT purpose, statement, count FROM wording_count')).toEqual([
    ['e-marketing', '', 1],
    ['sales-and-service', '', 1],
    ['sales-and-service', hash('a'), 1],
    ['sales-and-service', hash('b'), 1],
  ]);
  expect(rows('SELECT item, decision, counted_as, count FROM record_count')).toEqual([
    ['e-marketing', 'given', 'import', 1],
    ['e-marketing', 'withdrawn', 'erasure', 1],
    ['sales-and-service', 'given', 'own', 1],
    ['sales-and-service', 'informed', 'import', 1],
    ['sales-and-service', 'informed', 'own', 1],
  ]);
  expect(rows('SELECT decisions FROM submission')).toEqual([
    [
      '[{"purpose":"sales-and-service","decision":"informed"},{"purpose":"e-marketing","decision":"given"}]',
    ],
  ]);
  expect(rows('SELECT filter FROM segment ORDER BY id')).toEqual([
    ['{"purpose":"sales-and-service","decision":"informed"}'],
    ['{"purpose":"e-marketing","decision":"given"}'],
  ]);
  expect(() => database.exec("UPDATE record SET decision = 'given'")).toThrow('only grows');
  database.close();
});

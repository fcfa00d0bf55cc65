import { expect, test } from 'vitest';
import { readMigrations, readSchema, schemaAfter } from '../worker/tools/schema.ts';

test('worker/schema.sql is what the migrations make; `npm run schema` writes it', async () => {
  expect(await readSchema()).toBe(schemaAfter(await readMigrations()));
});

test('worker/schema.sql makes the same schema at once', async () => {
  const written = await readSchema();
  expect(schemaAfter([written])).toBe(written);
});

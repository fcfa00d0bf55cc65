import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Health } from '../../worker/contract/health.ts';
import { LogState } from '../../worker/contract/log.ts';
import { type Everything, runEverything } from '../running.ts';
import { clientOf } from './client.ts';

let everything: Everything;
beforeAll(async () => {
  everything = await runEverything({ hasFiles: true, vars: { ENVIRONMENT: 'development' } });
});
afterAll(() => everything?.stop());

const { call, post, signUp, found, minute, until } = clientOf(() => everything);

const state = async () => LogState.parse(await (await call('/v1/log')).json());
const health = async () => Health.parse(await (await call('/v1/health')).json());

/** Where wrangler keeps the local D1: SQLite files. */
const databases = () => join(everything.state, 'v3', 'd1');

const records = async (folder: string): Promise<number> => {
  const [inner = ''] = await readdir(folder);
  for (const name of await readdir(join(folder, inner))) {
    if (!/^[0-9a-f]{64}\.sqlite$/.test(name)) continue;
    const database = new DatabaseSync(join(folder, inner, name), { readOnly: true });
    try {
      return Number(database.prepare('SELECT COUNT(*) AS many FROM decided').get()?.many);
    } finally {
      database.close();
    }
  }
  throw new Error('There is no database.');
};

test('an old database in the place of the new one is refused, and forgets again who was erased', async () => {
  await signUp('anna@example.com');
  await signUp('bo@example.com');
  await until(async () => (await state()).size >= 6);
  const backup = join(everything.state, 'backup');
  await everything.stopWorker();
  await cp(databases(), backup, { recursive: true });

  await everything.startWorker();
  await signUp('carl@example.com');
  const [bo] = await found('bo@example.com');
  const erased = await call(`/v1/people/${bo?.id}?reason=request`, { method: 'DELETE' });
  expect(erased.ok).toBe(true);
  const before = await state();
  await until(async () => (await state()).size > before.size + 3);
  // What was erased is copied in the run after.
  await minute();
  await minute();
  const newest = await state();
  await everything.stopWorker();
  expect(await records(backup)).toBeLessThan(await records(databases()));
  await rm(databases(), { recursive: true });
  await cp(backup, databases(), { recursive: true });

  await everything.startWorker();
  expect(await found('bo@example.com')).toHaveLength(1);
  await until(async () => (await health()).logHaltedBy === 'behind');
  await signUp('dora@example.com');
  await until(async () => (await found('bo@example.com')).length === 0);
  await minute();
  expect(await state()).toMatchObject({ origin: before.origin, size: before.size });
  expect(newest.size).toBeGreaterThan(before.size);
  expect(await found('anna@example.com')).toHaveLength(1);

  const reason = 'Restored the backup of Monday.';
  expect((await post('/v1/log/successor', { reason })).ok).toBe(true);
  await until(async () => (await state()).size > 0);
  expect((await state()).origin).not.toBe(before.origin);
  expect((await health()).logHaltedBy).toBeNull();
});

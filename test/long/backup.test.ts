import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Health } from '../../worker/contract/health.ts';
import { type Everything, runEverything } from '../running.ts';
import { clientOf } from './client.ts';

let everything: Everything;
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'samtykke-backup-'));
  everything = await runEverything({ hasFiles: true, vars: { ENVIRONMENT: 'development' } });
});
afterAll(async () => {
  await everything?.stop();
  await rm(work, { recursive: true, force: true });
});

const { call, signUp, found, minute, until } = clientOf(() => everything);

/** Makes a folder in which wrangler has a database of its own. */
const aProject = async (name: string): Promise<{ config: string; databases: string }> => {
  const folder = join(work, name);
  await mkdir(folder);
  const config = join(folder, 'wrangler.toml');
  const written = await readFile('wrangler.toml', 'utf8');
  const migrations = resolve('worker/migrations');
  await writeFile(
    config,
    written.replaceAll('migrations_dir = "worker/migrations"', `migrations_dir = "${migrations}"`),
  );
  return { config, databases: join(folder, '.wrangler/state/v3/d1') };
};

const run = (tool: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [`worker/tools/${tool}.ts`, ...args]);

const running = () => join(everything.state, 'v3', 'd1');

/** Opens the SQLite file below a folder. */
const open = async (folder: string): Promise<DatabaseSync> => {
  const files = await readdir(folder, { recursive: true });
  const file = files.find((each) => /[0-9a-f]{64}\.sqlite$/.test(each));
  return new DatabaseSync(join(folder, file ?? ''), { readOnly: true });
};

/** What a restore settles: emails, jobs and sessions are no longer what they were. */
const SETTLED: readonly string[] = ['outbox', 'job', 'user_session', 'sign_in'];

/** Whether a table is of the index of words, which D1 exports no database with: the schedule makes it of the rest. */
const isIndex = (name: string): boolean => /^person_words(?:_|$)/.test(name);

/** Every row of every table, as JSON, without what is settled, the index of words, and what is the runtime's own. */
const rowsOf = async (folder: string): Promise<Record<string, string[]>> => {
  const database = await open(folder);
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_cf_*'")
      .all()
      .map(({ name }) => String(name));
    return Object.fromEntries(
      tables
        .filter((name) => !SETTLED.includes(name) && !isIndex(name) && !name.startsWith('sqlite_'))
        .map((name) => {
          const rows = database.prepare(`SELECT * FROM "${name}"`).all();
          return [name, rows.map((row) => JSON.stringify(row)).toSorted()];
        }),
    );
  } finally {
    database.close();
  }
};

test('a backup is the whole database, and restored it forgets again who was erased since', async () => {
  await signUp('anna@example.com');
  await signUp('bo@example.com');
  await until(async () => (await found('bo@example.com')).length === 1);
  await everything.stopWorker();
  const from = await aProject('from');
  await cp(running(), from.databases, { recursive: true });
  const file = join(work, 'backup.sql');
  await run('backup', '--config', from.config, '--output', file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(run('backup', '--config', from.config, '--output', file)).rejects.toThrow('EEXIST');

  await everything.startWorker();
  const [bo] = await found('bo@example.com');
  const erased = await call(`/v1/people/${bo?.id}?reason=request`, { method: 'DELETE' });
  expect(erased.ok).toBe(true);
  await signUp('carl@example.com');
  for (let minutes = 0; minutes < 4; minutes += 1) await minute();
  await everything.stopWorker();

  const to = await aProject('to');
  await run('restore', file, '--config', to.config);
  expect(await rowsOf(to.databases)).toEqual(await rowsOf(from.databases));
  const database = await open(to.databases);
  const waiting = database.prepare("SELECT COUNT(*) AS many FROM outbox WHERE state = 'waiting'");
  expect(waiting.get()).toEqual({ many: 0 });
  const indexed = database.prepare('SELECT number FROM person_words_upto');
  expect(indexed.get()).toEqual({ number: 0 });
  const kept = database.prepare("SELECT v FROM person_words_config WHERE k = 'secure-delete'");
  expect(kept.get()).toEqual({ v: 1 });
  database.close();
  await expect(run('restore', file, '--config', to.config)).rejects.toThrow('is not empty');

  await rm(running(), { recursive: true });
  await cp(to.databases, running(), { recursive: true });
  await everything.startWorker();
  expect(await found('bo@example.com')).toHaveLength(1);
  await until(async () => (await found('bo@example.com')).length === 0);
  expect(await found('anna@example.com')).toHaveLength(1);
  expect(await (await call('/v1/people?text=nna@exam')).text()).toContain('anna@example.com');
  expect(await found('carl@example.com')).toHaveLength(0);
  await until(
    async () => Health.parse(await (await call('/v1/health')).json()).logHaltedBy === 'behind',
  );
}, 900_000);

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { byApi } from '../demo/by-api.ts';
import { seed } from '../demo/company/seed.ts';
import { readForms } from '../demo/forms.ts';
import { serveDemo, site } from '../demo/serve.ts';
import { keySql, newKey } from '../worker/access/new-key.ts';
import { Right } from '../worker/contract/rights.ts';
import { newLinkKey } from '../worker/platform/signing/keys.ts';
import { d1, type RunningWorker, runWorker } from '../worker/tools/wrangler.ts';
import { identityKeys } from './worker/visitor/verify/site-keys.ts';

/** The Worker and the demo, really running, on ports and a database of their own. */
export type Everything = {
  worker: string;
  demo: string;
  token: string;
  /** A folder of this run's own: the database, and pages that a test writes for the demo to serve. */
  state: string;
  /** What the Worker has logged lately. */
  log: () => string;
  stopWorker: () => Promise<void>;
  /** Ends the Worker in the middle of whatever it does. */
  killWorker: () => Promise<void>;
  /** Starts it again at the same address, on the same database. */
  startWorker: () => Promise<void>;
  stop: () => Promise<void>;
};

/** All tests come from one address; its rate limit has tests of its own, in test/worker/limits. */
type Limiters = 'high' | 'none';

const queue = `
[[queues.producers]]
queue = "mail"
binding = "MAIL_QUEUE"

[[queues.consumers]]
queue = "mail"
max_batch_timeout = 1

[[queues.producers]]
queue = "webhooks"
binding = "WEBHOOK_QUEUE"

[[queues.consumers]]
queue = "webhooks"
max_batch_timeout = 1
`;

const files = `
[[r2_buckets]]
bucket_name = "files"
binding = "FILES"
`;

const configWith = async (
  limiters: Limiters,
  state: string,
  { hasQueue = false, hasFiles = false }: Pick<Run, 'hasQueue' | 'hasFiles'>,
): Promise<string> => {
  const file = `wrangler.${basename(state)}.toml`;
  const config = await readFile('wrangler.toml', 'utf8');
  const limited =
    limiters === 'high'
      ? config.replaceAll(/limit = \d+/g, 'limit = 100000000')
      : config.replaceAll(/\[\[ratelimits\]\](\n[^\n[]+)+/g, '');
  await writeFile(file, [limited, hasQueue ? queue : '', hasFiles ? files : ''].join(''));
  return file;
};

/**
 * Makes a database as `wrangler d1 migrations apply` does, and runs more SQL on it. All in one run of
 * wrangler, which would start a runtime for each migration.
 */
export const makeDatabase = async (state: string, ...more: string[]): Promise<void> => {
  const folder = 'worker/migrations';
  const names = (await readdir(folder)).filter((name) => /^\d+_.*\.sql$/.test(name)).toSorted();
  const statements = [
    'CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    ...(await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))),
    ...names.map((name) => `INSERT INTO d1_migrations (name) VALUES ('${name}')`),
    ...more,
  ];
  const file = join(state, 'database.sql');
  await writeFile(file, statements.join(';\n'));
  await d1(['execute', 'samtykke', '--local', '--persist-to', state, '--file', file]);
};

/** A database as it is before anything runs on it: the folder of its state, and the token of a key with every right. */
export type NewDatabase = { folder: string; token: string };

/** Makes a database that others are copied from, which takes far less time than making each. */
export const newDatabase = async (): Promise<NewDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'samtykke-'));
  const { token, ...key } = await newKey('test', [...Right.options], null);
  await makeDatabase(folder, keySql({ ...key, token }));
  return { folder, token };
};

const copyOf = async ({ folder, token }: NewDatabase): Promise<NewDatabase> => {
  const copy = await mkdtemp(join(tmpdir(), 'samtykke-'));
  await cp(folder, copy, { recursive: true });
  return { folder: copy, token };
};

/** What differs from `npm start`, and the database to begin with, if it is not to be a new one. */
export type Run = {
  limiters?: Limiters;
  vars?: Record<string, string>;
  hasQueue?: boolean;
  /** Whether there is R2, outside of the database. */
  hasFiles?: boolean;
  database?: NewDatabase;
  inspector?: number;
  heap?: number;
};

/** Starts everything as `npm start` does; `stop` ends it and takes its database away. */
export const runEverything = async ({
  limiters = 'high',
  vars = {},
  hasQueue = false,
  hasFiles = false,
  database,
  inspector = 0,
  heap,
}: Run = {}): Promise<Everything> => {
  const { folder: state, token } = await (database ? copyOf(database) : newDatabase());
  const config = await configWith(limiters, state, { hasQueue, hasFiles });
  const secrets = {
    LINK_KEYS: newLinkKey('test'),
    LOG_KEYS: newLinkKey('test'),
    SECRETS_KEY: newLinkKey('test'),
    HASH_KEY: 'h'.repeat(40),
    ADMIN_EMAIL: 'admin@orchard.example',
    IDENTITY_KEYS: JSON.stringify(identityKeys),
  };
  const start = (port: number): Promise<RunningWorker> =>
    runWorker({ port, state, config, inspector, heap, vars: { ...secrets, ...vars } });
  let worker = await start(0);
  const demo = await serveDemo(0, worker.address, [site, state]);
  await seed(byApi(worker.address, demo.address, token), await readForms());
  return {
    worker: worker.address,
    demo: demo.address,
    token,
    state,
    log: () => worker.log(),
    stopWorker: () => worker.stop(),
    killWorker: () => worker.kill(),
    startWorker: async () => {
      worker = await start(Number(new URL(worker.address).port));
    },
    stop: async () => {
      await Promise.all([worker.stop(), demo.stop()]);
      await rm(state, { recursive: true, force: true });
      await rm(config, { force: true });
    },
  };
};

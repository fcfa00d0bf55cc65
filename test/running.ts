import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../demo/seed.ts';
import { serveDemo, site } from '../demo/serve.ts';
import { d1, freePort, runWorker } from '../demo/wrangler.ts';
import { keySql, newKey } from '../worker/access/new-key.ts';

/** The Worker and the demo, really running, on ports and a database of their own. */
export type Everything = {
  worker: string;
  demo: string;
  token: string;
  /** A folder of this run's own: the database, and pages that a test writes for the demo to serve. */
  state: string;
  stop: () => Promise<void>;
};

/** All tests come from one address; its rate limit has tests of its own, in test/worker/limits. */
const withoutRateLimit = async (): Promise<string> => {
  const file = 'wrangler.test.toml';
  const config = await readFile('wrangler.toml', 'utf8');
  await writeFile(file, config.replaceAll(/limit = \d+/g, 'limit = 100000000'));
  return file;
};

/** Starts everything as `npm start` does; `stop` ends it and takes its database away. */
export const runEverything = async (): Promise<Everything> => {
  const state = await mkdtemp(join(tmpdir(), 'samtykke-'));
  await d1(['migrations', 'apply', 'samtykke', '--local', '--persist-to', state]);
  const { token, ...key } = await newKey('test', ['forms', 'lists', 'people-read'], null);
  const sql = keySql({ ...key, token });
  await d1(['execute', 'samtykke', '--local', '--persist-to', state, '--command', sql]);
  const config = await withoutRateLimit();
  const worker = await runWorker({ port: await freePort(), state, config });
  const demo = await serveDemo(await freePort(), worker.address, [site, state]);
  await seed({ worker: worker.address, demo: demo.address, token });
  return {
    worker: worker.address,
    demo: demo.address,
    token,
    state,
    stop: async () => {
      await Promise.all([worker.stop(), demo.stop()]);
      await rm(state, { recursive: true, force: true });
      await rm(config, { force: true });
    },
  };
};

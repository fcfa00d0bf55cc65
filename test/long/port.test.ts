import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serveDemo } from '../../demo/serve.ts';
import { runWorker } from '../../worker/tools/wrangler.ts';
import { makeDatabase } from '../running.ts';

let state: string;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'samtykke-'));
  await makeDatabase(state);
});
afterAll(() => rm(state, { recursive: true, force: true }));

const portOf = (address: string): number => Number(new URL(address).port);

/** Listens on a port as soon as the Worker that was ended has let go of it. */
const take = (port: number): Promise<Server> =>
  vi.waitFor(
    async () => {
      const server = createServer().listen(port, 'localhost');
      await once(server, 'listening');
      return server;
    },
    { timeout: 60_000 },
  );

const health = async (address: string): Promise<number> =>
  (await fetch(`${address}/v1/health`)).status;

test('a Worker that starts again waits for its port while something else has it', async () => {
  const before = await runWorker({ port: 0, state });
  const port = portOf(before.address);
  await before.kill();
  const intruder = await take(port);
  const started = runWorker({ port, state });
  // Long enough for wrangler to find the port taken.
  await pause(5000);
  intruder.close();
  const worker = await started;
  expect(worker.address).toBe(before.address);
  expect(await health(worker.address)).toBe(200);
  await worker.stop();
});

test('a Worker and a demo that may listen elsewhere do so while their port is taken', async () => {
  const intruder = await take(0);
  const address = intruder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const worker = await runWorker({ port, whenTaken: 'another', state });
  const demo = await serveDemo(port, worker.address);
  expect(portOf(worker.address)).not.toBe(port);
  expect(await health(worker.address)).toBe(200);
  expect(await (await fetch(demo.address)).text()).toContain(worker.address);
  await Promise.all([worker.stop(), demo.stop()]);
  intruder.close();
});

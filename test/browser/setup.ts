import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { type Everything, type NewDatabase, newDatabase, runEverything } from '../running.ts';
import { findBrowser } from './browsers.ts';

/**
 * Builds, finds a browser, and starts the real Worker and the real demo, once for all files: as often as
 * files run side by side, for what an operator sets in one test would hold in another that is running.
 */
export default async ({ provide, vitest }: TestProject) => {
  const chromium = findBrowser('Chromium or Chrome');
  const [database] = await Promise.all([
    newDatabase(),
    promisify(execFile)(process.execPath, ['worker/tools/build.ts']),
  ]);
  const start = () => runEverything({ vars: { ENVIRONMENT: 'development' }, database });
  const running = await Promise.all(Array.from({ length: vitest.config.maxWorkers }, start));
  provide('chromium', chromium);
  provide('database', database);
  provide(
    'running',
    running.map(({ worker, demo, token, state }) => ({ worker, demo, token, state })),
  );
  return async () => {
    await Promise.all(running.map(({ stop }) => stop()));
    await rm(database.folder, { recursive: true, force: true });
  };
};

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    database: NewDatabase;
    running: Pick<Everything, 'worker' | 'demo' | 'token' | 'state'>[];
  }
}

import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { runEverything } from '../running.ts';
import { findBrowser } from './browsers.ts';

/** Builds, starts the real Worker and the real demo, and finds a browser, once for all files. */
export default async ({ provide }: TestProject) => {
  const chromium = findBrowser('Chromium or Chrome');
  execFileSync(process.execPath, ['worker/tools/build.ts'], { stdio: 'inherit' });
  const { worker, demo, token, state, stop } = await runEverything({
    vars: { ENVIRONMENT: 'development' },
  });
  provide('chromium', chromium);
  provide('addresses', { worker, demo, token, state });
  return stop;
};

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    addresses: { worker: string; demo: string; token: string; state: string };
  }
}

import type { TestProject } from 'vitest/node';
import { findBrowser } from '../browser/browsers.ts';
import serveEverything from '../browser/setup.ts';

/** As for the tests in Chromium, and finds a Firefox too. */
export default async (project: TestProject) => {
  project.provide('firefox', findBrowser('Firefox'));
  return serveEverything(project);
};

declare module 'vitest' {
  interface ProvidedContext {
    firefox: string;
  }
}

import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumFlags } from './browsers.ts';

/** How long a step may take before it counts as failed: no page is that slow, but a busy machine may be. */
const PATIENCE_MS = 60_000;

/** Whose page it is: the options of its browser profile, and whether other tests may have it after. */
type Taken = { options: BrowserContextOptions; isOwn: boolean };

const taken = new Map<Page, Taken>();

/** Pages that tests are done with, by the options of their profiles. */
const idle = new Map<string, Page[]>();

let browser: Promise<Browser> | undefined;

const newPage = async (options: BrowserContextOptions): Promise<Page> => {
  browser ??= chromium.launch({ executablePath: inject('chromium'), args: chromiumFlags });
  const context = await (await browser).newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
};

/**
 * Takes a page until the test ends: one that an earlier test has left clean, for a new profile takes three
 * times as long as a visit, or one of the test's own.
 */
export const takePage = async (options: BrowserContextOptions, isOwn: boolean): Promise<Page> => {
  const rested = isOwn ? undefined : idle.get(JSON.stringify(options))?.pop();
  const page = rested ?? (await newPage(options));
  taken.set(page, { options, isOwn });
  return page;
};

/** Leaves a page as it was when it was new, or closes it. */
const leave = async (page: Page, { options, isOwn }: Taken): Promise<void> => {
  const context = page.context();
  if (isOwn) return context.close();
  for (const event of ['console', 'dialog', 'pageerror', 'request'] as const)
    page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await page.goto('about:blank');
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
  await context.clearCookies();
  const profile = JSON.stringify(options);
  idle.set(profile, [...(idle.get(profile) ?? []), page]);
};

/** Leaves every page that a test has taken. */
export const leavePages = async (): Promise<void> => {
  const left = [...taken];
  taken.clear();
  await Promise.all(left.map(([page, each]) => leave(page, each)));
};

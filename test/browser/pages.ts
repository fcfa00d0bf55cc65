import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import { chromiumFlags } from './browsers.ts';

/** How long a step may take before it counts as failed: no page is that slow, but a busy machine may be. */
const PATIENCE_MS = 60_000;

/** How wide and high a page is, unless a test says otherwise. */
const SIZE = { width: 1280, height: 720 };

/** Whose page it is: its browser profile, and whether other tests may have it after. */
type Taken = { profile: string; isOwn: boolean };

const taken = new Map<Page, Taken>();

/** Pages that tests are done with, by their profiles. */
const idle = new Map<string, Page[]>();

/** Browser profiles that tests share, by what they are made with: to make one takes three times as long as a visit. */
const shared = new Map<string, Promise<BrowserContext>>();

let browser: Promise<Browser> | undefined;

const newProfile = async (options: BrowserContextOptions): Promise<BrowserContext> => {
  browser ??= chromium.launch({
    executablePath: inject('chromium'),
    // To have another process draw takes longer than to draw, and no test is about that.
    args: [...chromiumFlags, '--in-process-gpu'],
  });
  const context = await (await browser).newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
};

const sharedProfile = (profile: string, options: BrowserContextOptions) => {
  const known = shared.get(profile) ?? newProfile(options);
  shared.set(profile, known);
  return known;
};

/** Opens a page in a window of its own: in a tab behind another one the browser draws once a second. */
const openPageIn = async (context: BrowserContext): Promise<Page> => {
  const [neighbour] = context.pages();
  if (!neighbour) return context.newPage();
  const session = await context.newCDPSession(neighbour);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  const opened = context.waitForEvent('page');
  const window = { url: 'about:blank', browserContextId, newWindow: true };
  const [page] = await Promise.all([opened, session.send('Target.createTarget', window)]);
  await session.detach();
  return page;
};

let last: Promise<unknown> = Promise.resolve();

/** Opens one page after another, for a profile says only that a page is there, not who asked for it. */
const newPageIn = (context: BrowserContext): Promise<Page> => {
  const page = last.then(() => openPageIn(context));
  last = page.catch(() => undefined);
  return page;
};

/**
 * Takes a page until the test ends: in a profile that tests share, one that an earlier test has left clean, whatever
 * its size was; or one in a profile of the test's own.
 */
export const takePage = async (
  { viewport, javaScriptEnabled = true, ...more }: BrowserContextOptions,
  isOwn: boolean,
): Promise<Page> => {
  const options = { javaScriptEnabled, ...more };
  const profile = JSON.stringify(options);
  const context = await (isOwn ? newProfile(options) : sharedProfile(profile, options));
  const page = (isOwn ? undefined : idle.get(profile)?.pop()) ?? (await newPageIn(context));
  taken.set(page, { profile, isOwn });
  const { width, height } = viewport ?? SIZE;
  const now = page.viewportSize();
  if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height });
  return page;
};

/**
 * Empties a page where it is, which takes a tenth of what going to an empty one does: what it has stored (htmx keeps its
 * history there), what it waits for, and all that it shows, at an address that no test asks for. Frames of its origin
 * share what is stored, and are not asked: one that is still loading may never answer.
 */
const emptyWhereItIs = (page: Page): Promise<void> =>
  page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    window.stop();
    for (let timer = window.setTimeout(() => undefined); timer > 0; timer--) clearTimeout(timer);
    document.open();
    document.close();
    history.replaceState(null, '', '/left');
  });

/** Leaves a page as it was when it was new, or closes it. */
const leave = async (page: Page, { profile, isOwn }: Taken): Promise<void> => {
  const context = page.context();
  if (isOwn) return context.close();
  for (const event of ['console', 'dialog', 'pageerror', 'request'] as const)
    page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  // A page that may store nothing, shows no document, or is on its way to another.
  await emptyWhereItIs(page).catch(() => page.goto('about:blank'));
  await context.clearCookies();
  idle.set(profile, [...(idle.get(profile) ?? []), page]);
};

/** Leaves every page that a test has taken. */
export const leavePages = async (): Promise<void> => {
  const left = [...taken];
  taken.clear();
  await Promise.all(left.map(([page, each]) => leave(page, each)));
};

import puppeteer from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { groups } from '../../demo/contexts/all.ts';
import { type Evaluate, toldIn } from '../browser/contexts.ts';
import { demo } from '../browser/ours.ts';
import { startWebKit, withoutWebKit } from './webkit.ts';

/** A browser with one page, and whether it keeps the pages that are left, or renders some in advance. */
type Browsing = {
  open(url: string): Promise<unknown>;
  evaluate: Evaluate;
  close(): Promise<void>;
};

const byPuppeteer = (browser: 'chrome' | 'firefox') => async (): Promise<Browsing> => {
  const started = await puppeteer.launch({
    browser,
    executablePath: inject(browser === 'chrome' ? 'chromium' : 'firefox'),
    args: browser === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [],
  });
  let page = await started.newPage();
  return {
    // One that was rendered before it is visited takes the place of a page that has been nowhere else.
    open: async (url) => {
      await page.close();
      page = await started.newPage();
      await page.goto(url);
    },
    // A page that has been taken the place of throws at once.
    evaluate: async (script) => page.evaluate(script),
    close: () => started.close(),
  };
};

type Ways = { isRestored: boolean; isPrerendered: boolean };

const browsers: [name: string, start: () => Promise<Browsing>, ways: Ways][] = [
  ['Chromium', byPuppeteer('chrome'), { isRestored: true, isPrerendered: true }],
  ['Firefox', byPuppeteer('firefox'), { isRestored: false, isPrerendered: false }],
  ['WebKit', startWebKit, { isRestored: true, isPrerendered: false }],
];

const contexts = groups.flatMap((group) => group.contexts);

/** Where the walk through a page begins: that of the page which is rendered before is at another. */
const addressOf = (key: string): string =>
  `${demo}/contexts/${key === 'prerendered' ? 'elsewhere.html?prerender' : `${key}.html?try`}`;

describe.each(browsers)('in %s', (name, start, { isRestored, isPrerendered }) => {
  const missing = name === 'WebKit' ? withoutWebKit : undefined;

  test(`a form works in every context ${missing ?? ''}`, { timeout: 900_000 }, async (test) => {
    test.skip(missing !== undefined, missing);
    const browser = await start();
    const wrong: Record<string, string[]> = {};
    for (const { key } of contexts) {
      await browser.open(addressOf(key));
      const told = await toldIn(browser.evaluate);
      if (told.wrong[0]) wrong[key] = told.wrong;
      if (key === 'left') expect(told.isLoadedAgain).toBe(!isRestored);
      if (key === 'prerendered') expect(told.isPrerendered).toBe(isPrerendered);
    }
    await browser.close();
    expect(wrong).toEqual({});
  });
});

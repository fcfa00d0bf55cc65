import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Visit } from './visitor.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const Results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What may differ between light and dark colours: all else is the same page. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Waits until nothing moves and no colour fades any more: axe would look at a state between. */
const rest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? rootsIn(shadowRoot) : [],
      ),
    ];
    // A message that has just come may still take the focus and scroll.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moving = rootsIn(document)
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });

const findIn = async (page: Page, colorScheme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme });
  await rest(page);
  const runOnly =
    colorScheme === 'light'
      ? { type: 'tag', values: tags }
      : { type: 'rule', values: rulesOfColour };
  const results = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (o: object) => unknown } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
        // Frames have no axe in them; it would wait for each to answer.
        iframes: false,
      }),
    runOnly,
  );
  return Results.parse(results).violations.map(({ id, nodes }) => [
    colorScheme,
    id,
    nodes.map((n) => `${n.html} ${n.failureSummary}`),
  ]);
};

/** What axe finds on the page as it stands, in light and in dark colours. */
export const found = async ({ page }: Visit) => {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe);
  const inDark = await findIn(page, 'dark');
  const inLight = await findIn(page, 'light');
  return [...inLight, ...inDark];
};

import { vi } from 'vitest';
import { z } from 'zod';

/** Runs a script in a page of some browser, as an expression. */
export type Evaluate = (script: string) => Promise<unknown>;

/** What the walk through a page tells (demo/site/contexts/walk.js). */
const Told = z.object({
  context: z.string(),
  wrong: z.array(z.string()),
  isLoadedAgain: z.boolean(),
  isPrerendered: z.boolean(),
});

/** Has demo/site/contexts.html try all forms. */
export const press = "document.getElementById('try').click()";

/** Waits for what a page writes about itself. A page that is being left has no answer. */
const written = (evaluate: Evaluate, script: string): Promise<unknown> =>
  vi.waitFor(
    async () => {
      const text = await evaluate(script);
      if (typeof text !== 'string') throw new Error(`There is no ${script}.`);
      return JSON.parse(text);
    },
    { timeout: 170_000, interval: 200 },
  );

/** What became of all forms of demo/site/contexts.html, once all are tried. */
export const resultsIn = async (evaluate: Evaluate) =>
  z
    .array(Told)
    .parse(await written(evaluate, "document.getElementById('outcome').dataset.results"));

/** What became of the form of a page that tries it. */
export const toldIn = async (evaluate: Evaluate) =>
  Told.parse(await written(evaluate, 'document.documentElement.dataset.told'));

import { expect } from 'vitest';
import { signIn } from '../bench/sign-in.ts';
import { found } from './axe.ts';
import { type Visit, visit, worker } from './visitor.ts';

let session: Promise<string> | undefined;

/** Opens a screen of the console as the first administrator, who signs in once. */
export const open = async (path: string): Promise<Visit> => {
  session ??= signIn(worker);
  const [name = '', value = ''] = (await session).split('=');
  const kept = { name, value, domain: 'localhost', path: '/', secure: true } as const;
  return visit(`${worker}/console${path}`, { cookies: [kept] });
};

/** Expects of screens of the console that axe finds nothing on them, and that on a phone neither they nor a table scroll sideways. */
export const expectUsable = async (screens: readonly string[]): Promise<void> => {
  const visited = await open(screens[0] ?? '');
  const { page } = visited;
  for (const screen of screens) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${worker}/console${screen}`);
    expect([screen, await found(visited)]).toEqual([screen, []]);
    await page.setViewportSize({ width: 360, height: 740 });
    const widths = await page
      .locator('html, .table')
      .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
    expect([screen, widths.filter((beyond) => beyond > 0)]).toEqual([screen, []]);
  }
};

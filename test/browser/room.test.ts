import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { FormAnswer } from '../../worker/contract/form.ts';
import { roomFor } from '../../worker/forms/room.ts';
import { bare } from './tag.ts';
import { visit, worker } from './visitor.ts';

const roomOf = async (form: string, locale: string): Promise<string> => {
  const answer = await fetch(`${worker}/v1/forms/${form}?locale=${locale}`);
  const view = FormAnswer.parse(await answer.json());
  if (!view.active) throw new Error('The form is closed.');
  return `style="display: block; min-height: ${roomFor(view)}"`;
};

/** All that has moved on the page so far, by the browser's own count. */
const moved = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const shifts: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    for (let frame = 0; frame < 3; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    return shifts.reduce((sum, shift) => sum + shift, 0);
  });

/** Shows a page whose text below the form is painted before the script comes. */
const shown = async (form: string, locale: string, width: number, attributes: string) => {
  const element = `<samtykke-form form="${form}" ${attributes}></samtykke-form>`;
  const { page } = await visit('/test.html', {
    viewport: { width, height: 1600 },
    html: bare(`${element}<p>Below</p>`),
  });
  await page.getByText('Below').waitFor();
  await moved(page);
  await page.addScriptTag({ url: `${worker}/f/${form}.js?locale=${locale}` });
  await page.getByRole('button').first().waitFor();
  const { height, needed } = await page.locator('samtykke-form').evaluate((host) => ({
    height: host.getBoundingClientRect().height,
    needed: host.shadowRoot?.querySelector('.samtykke')?.getBoundingClientRect().height ?? 0,
  }));
  return { moved: await moved(page), spare: height - needed };
};

describe('a form whose room is kept by its tag', () => {
  test.each([
    ['newsletter', 'en', 360],
    ['newsletter', 'da', 1280],
    ['contact', 'en', 360],
    ['contact', 'en', 1280],
    ['event', 'en', 360],
    ['event', 'en', 768],
  ] as const)('moves nothing: %s, %s, %i px', async (form, locale, width) => {
    const { moved, spare } = await shown(form, locale, width, await roomOf(form, locale));
    expect(moved).toBe(0);
    // Kept, and not much more.
    expect(spare).toBeLessThan(150);
  });

  test('and without that does', async () => {
    const { moved } = await shown('newsletter', 'en', 360, '');
    expect(moved).toBeGreaterThan(0.01);
  });
});

import { describe, expect, test } from 'vitest';
import { aPerson, openOnSite } from './entering.ts';
import { formsOn } from './screens.ts';
import { demo, visit } from './visitor.ts';

describe('everybody can use it', () => {
  test('targets are at least 24 pixels wide and high', async () => {
    const { page } = await visit('/event.html');
    await page.getByLabel('First name').waitFor();
    const small = await page.locator('samtykke-form').evaluateAll((forms) =>
      forms.flatMap(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('input, select, textarea, button, summary, a') ?? [])]
          .filter((element) => element.checkVisibility() && element.getAttribute('name') !== 'trap')
          .map((element) => ({
            html: element.outerHTML.slice(0, 80),
            box: element.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width < 24 || box.height < 24),
      ),
    );
    expect(small).toEqual([]);
  });

  test('magnified until 320 pixels are left (WCAG 1.4.10) nothing is cut off', async () => {
    const { page } = await visit('/event.html', {
      viewport: { width: 320, height: 400 },
      deviceScaleFactor: 2,
    });
    await page.locator('samtykke-form').scrollIntoViewIfNeeded();
    await page.getByLabel('First name').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('who asked for less motion sees none', async () => {
    const { page } = await visit('/event.html', { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Hear about the next one' }).click();
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    const running = await page.evaluate(() => document.getAnimations().length);
    expect(running).toBe(0);
  });

  test('focus is seen on everything that takes it', async () => {
    const { page } = await visit('/');
    await page.getByLabel('Email', { exact: true }).focus();
    for (let step = 0; step < 5; step++) {
      const outline = await page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
        return inner ? getComputedStyle(inner).outlineStyle : 'none';
      });
      expect(outline).not.toBe('none');
      await page.keyboard.press('Tab');
    }
    expect(page.url()).toBe(`${demo}/`);
  });

  test.each(['/', '/event.html', '/contact.html', '/themed.html', '/da.html', '/ar.html'])(
    '%s needs no scrolling sideways on a phone',
    async (path) => {
      const visited = await visit(path, { viewport: { width: 360, height: 740 } });
      const { page } = visited;
      await formsOn(visited);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );

  test('boxes and their borders are there in forced colours', async () => {
    const { page } = await visit('/', { forcedColors: 'active' });
    const border = await page
      .getByLabel('Email', { exact: true })
      .evaluate((element) => getComputedStyle(element).borderTopWidth);
    expect(border).toBe('1px');
  });

  test('so are the edges of a pop-up', async () => {
    const { page } = await visit('/event.html', { forcedColors: 'active' });
    await page.getByRole('button', { name: 'Hear about the next one' }).click();
    const edge = await page.getByRole('dialog').evaluate((element) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
      return { borderTopWidth, isSeen: borderTopColor !== backgroundColor };
    });
    expect(edge).toEqual({ borderTopWidth: '1px', isSeen: true });
  });

  test('and what a switch says, on or off', async () => {
    const { page } = await openOnSite(await aPerson(), { forcedColors: 'active' });
    const look = (name: string) =>
      page.getByRole('switch', { name }).evaluate((element) => {
        const [track, knob] = [getComputedStyle(element), getComputedStyle(element, '::before')];
        const isEnd = knob.marginInlineStart !== '0px';
        return { isEnd, isSeen: knob.backgroundColor !== track.backgroundColor };
      });
    expect(await look('Newsletter')).toEqual({ isEnd: true, isSeen: true });
    await page.getByRole('switch', { name: 'Newsletter' }).click();
    expect(await look('Newsletter')).toEqual({ isEnd: false, isSeen: true });
  });
});

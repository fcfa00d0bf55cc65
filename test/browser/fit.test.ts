import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { pageWith, type Visit, visit } from './visitor.ts';

/** The three elements, each with what shows that it is there. */
const elements: [name: string, html: string, label: string][] = [
  ['samtykke-form', '<samtykke-form form="newsletter" locale="en"></samtykke-form>', 'Email'],
  [
    'samtykke-field',
    '<samtykke-field form="newsletter" locale="en"></samtykke-field>',
    'Yes, send me news',
  ],
  [
    'samtykke-preferences',
    '<samtykke-preferences locale="en"></samtykke-preferences>',
    'Your email address',
  ],
];

/** What the browser has computed of a property for each control, label and legend of an element. */
const computed = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .evaluate(
      (element, property) =>
        Array.from(
          element.shadowRoot?.querySelectorAll(
            ':is(input, button, label, legend, summary, a):not(.trap *)',
          ) ?? [],
          (part) => getComputedStyle(part).getPropertyValue(property),
        ),
      property,
    );

const sizes = (page: Page, selector: string, parts: string) =>
  page.locator(`${selector} >> css=${parts}`).evaluateAll((all) =>
    all
      .filter((part) => part.checkVisibility())
      .map((part) => part.getBoundingClientRect())
      .map(({ width, height }) => Math.min(width, height)),
  );

const showing = async (html: string, label: string, options = {}): Promise<Visit> => {
  const visited = await visit('/test.html', { html, ...options });
  await visited.page.getByLabel(label).first().waitFor();
  return visited;
};

const styled = (style: string, body: string, lang = 'en') =>
  pageWith(`<style>${style}</style>${body}`, lang);

describe.each(elements)('%s', (name, html, label) => {
  test('takes its sizes from the font of the page, not from its root', async () => {
    const small = 'html { font-size: 62.5% } body { font: 16px sans-serif }';
    const { page } = await showing(styled(small, `<form>${html}</form>`), label);
    for (const size of await sizes(page, name, '[type=checkbox]')) expect(size).toBe(24);
    for (const size of await sizes(page, name, '[type=email], [part=button]'))
      expect(size).toBe(44);
  });

  test('keeps what is pressed 24 px large in the smallest of prints, and grows with a large one', async () => {
    const { page } = await showing(
      styled('body { font-size: 8px }', `<form>${html}</form>`),
      label,
    );
    const parts = '[type=checkbox], [type=email], [part=button]';
    for (const size of await sizes(page, name, parts)) expect(size).toBeGreaterThanOrEqual(24);
    await page.evaluate(() => {
      document.body.style.fontSize = '32px';
    });
    for (const size of await sizes(page, name, parts)) expect(size).toBeGreaterThanOrEqual(48);
  });

  test('is written in its own direction, in a page of either', async () => {
    const { page } = await showing(styled('', `<form dir="rtl">${html}</form>`, 'ar'), label);
    expect(new Set(await computed(page, name, 'direction'))).toEqual(new Set(['ltr']));
    const arabic = html.replace('"en"', '"ar"');
    await page.locator(name).evaluate((element, arabic) => {
      document.documentElement.dir = 'ltr';
      element.outerHTML = arabic;
    }, arabic);
    await expect
      .poll(async () => [...new Set(await computed(page, name, 'direction'))])
      .toEqual(['rtl']);
  });

  test('lets what the page does to letters reach all of its parts', async () => {
    const { page } = await showing(
      styled(
        `form, ${name} { letter-spacing: 3px; word-spacing: 2px; text-transform: uppercase }`,
        `<form>${html}</form>`,
      ),
      label,
    );
    for (const [property, value] of [
      ['letter-spacing', '3px'],
      ['word-spacing', '2px'],
      ['text-transform', 'uppercase'],
    ] as const)
      expect(new Set(await computed(page, name, property))).toEqual(new Set([value]));
  });

  test('lets nothing in that would make it hard to read', async () => {
    const { page } = await showing(
      styled(
        'form { text-transform: uppercase; text-indent: 9px; white-space: nowrap; text-shadow: 1px 1px red; text-align: center }',
        `<form>${html}</form>`,
      ),
      label,
    );
    for (const [property, value] of [
      ['text-transform', 'none'],
      ['text-indent', '0px'],
      ['text-wrap-mode', 'wrap'],
      ['text-shadow', 'none'],
    ] as const)
      expect(new Set(await computed(page, name, property))).toEqual(new Set([value]));
  });

  test('lets the browser draw its boxes in the colours of the card that it lies on', async () => {
    const { page } = await showing(
      styled(
        ':root { color-scheme: dark; background: #111; color: #eee } form { background: #fff; color: #222 }',
        `<form>${html}</form>`,
      ),
      label,
    );
    const schemes = async () => [...new Set(await computed(page, name, 'color-scheme'))];
    await expect.poll(schemes).toEqual(['light']);
    await page
      .locator('form')
      .first()
      .evaluate(({ style }) => {
        style.cssText = 'background: #000; color: #fff';
      });
    await expect.poll(schemes).toEqual(['dark']);
  });
});

test('a phone does not zoom in on a field in small print', async () => {
  const { page } = await showing(
    styled('body { font-size: 12px }', '<samtykke-form form="newsletter"></samtykke-form>'),
    'Email',
    { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } },
  );
  const size = await page
    .getByLabel('Email', { exact: true })
    .evaluate((input) => getComputedStyle(input).fontSize);
  expect(size).toBe('16px');
});

test('a field that can be filled in is not grey', async () => {
  const { page } = await showing(
    pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
    'Email',
  );
  const ground = await page
    .getByLabel('Email', { exact: true })
    .evaluate((input) => getComputedStyle(input).backgroundColor);
  expect(ground).toBe('rgba(0, 0, 0, 0)');
});

/** The contrast of two greys, from 0 to 255, by WCAG 2. */
const contrast = (one: number, other: number): number => {
  const luminance = (grey: number) =>
    grey <= 10 ? grey / 255 / 12.92 : ((grey / 255 + 0.055) / 1.055) ** 2.4;
  const [light, dark] = [luminance(Math.max(one, other)), luminance(Math.min(one, other))];
  return (light + 0.05) / (dark + 0.05);
};

test('the ring of what has the focus stands out from any background', async () => {
  const { page } = await showing(
    pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
    'Email',
  );
  const field = page.getByLabel('Email', { exact: true });
  for (const isWrong of [false, true]) {
    if (isWrong) {
      await page.getByRole('button', { name: 'Sign me up' }).click();
      await page.getByRole('link', { name: 'Email' }).click();
    } else await field.focus();
    const ring = await field.evaluate((input) => getComputedStyle(input).boxShadow);
    const tones = [...ring.matchAll(/rgb\((\d+), \1, \1\)/g)].map(([, grey]) => Number(grey));
    for (let ground = 0; ground < 256; ground++)
      expect(Math.max(...tones.map((tone) => contrast(tone, ground)))).toBeGreaterThanOrEqual(3);
  }
});

describe('keys', () => {
  let visited: Visit;
  const heard = () =>
    visited.page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

  beforeEach(async () => {
    visited = await showing(
      pageWith(`<script>window.heard = [];
        for (const type of ['keydown', 'keypress', 'keyup'])
          addEventListener(type, ({ key }) => heard.push(type + ' ' + key));</script>
        <label>Search <input></label>
        <form>${elements.map(([, html]) => html).join('')}</form>
        <samtykke-form form="contact"><input slot="turnstile" aria-label="Of the page"></samtykke-form>`),
      'Of the page',
    );
  });

  test('that are typed into an element set off no shortcut of the page', async () => {
    const { page } = visited;
    await page.getByLabel('Your email address').pressSequentially('a/');
    await page.getByLabel('Yes, send me news').first().press(' ');
    await page.locator('samtykke-field').getByLabel('Yes, send me news').press(' ');
    expect(await heard()).toEqual([]);
  });

  test('that close a dialog of the page, or move in it, get through', async () => {
    await visited.page.getByLabel('Your email address').press('Escape');
    expect(await heard()).toEqual(['keydown Escape', 'keyup Escape']);
  });

  test('that are typed into the page’s own fields are the page’s', async () => {
    for (const label of ['Search', 'Of the page']) {
      await visited.page.getByLabel(label).press('a');
      expect(await heard()).toEqual(['keydown a', 'keypress a', 'keyup a']);
    }
  });
});

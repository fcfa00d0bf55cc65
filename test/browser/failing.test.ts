import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aForm, pageWith, visit, worker } from './visitor.ts';

const words = "This part of the page can't be shown right now.";

const failing = (html: string, fails: RegExp, how: 'away' | number = 'away') =>
  visit('/test.html', {
    html: pageWith(html),
    before: async (page) => {
      await page.route(fails, (route) =>
        how === 'away'
          ? route.abort()
          : route.fulfill({
              status: how,
              body: '{}',
              headers: { 'Access-Control-Allow-Origin': '*' },
            }),
      );
    },
  });

const form = '<samtykke-form form="newsletter"></samtykke-form>';

/** The three elements; where their own pages are, and what shows that they are there. */
const elements: [name: string, html: string, page: string, label: string][] = [
  ['a form', form, 'f/newsletter', 'E-mail'],
  [
    'a consent part',
    '<form action="sent.html"><input name="email"><samtykke-field form="newsletter"></samtykke-field></form>',
    'f/newsletter',
    'Yes, send me news',
  ],
];

const mend = (page: Page) => page.unrouteAll({ behavior: 'ignoreErrors' });

describe.each(elements)('%s that cannot be loaded', (_, html, path, label) => {
  test.each([
    ['the Worker is away', /\/v1\//, 'away' as const],
    ['the Worker fails', /\/v1\//, 500],
    ['its texts do not come', /\/en\.js/, 'away' as const],
  ])('says so because %s, offers another try and leads to its own page', async (_, url, how) => {
    const { page, errors } = await failing(html, url, how);
    const said = page.getByRole('alert');
    await said.getByText(words).waitFor();
    const link = said.getByRole('link', { name: 'Open it on its own page' });
    expect(await link.getAttribute('href')).toBe(`${worker}/${path}`);
    const again = page.waitForRequest(url);
    await said.getByRole('button', { name: 'Try again' }).click();
    await again;
    await mend(page);
    await page.getByLabel(label).first().waitFor();
    expect(await said.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('comes by itself, once what kept it away is over', async () => {
    const { page } = await failing(html, /\/v1\//, 500);
    await page.getByText(words).waitFor();
    await mend(page);
    await page.getByLabel(label).first().waitFor();
  });

  test('says so in the language of the page', async () => {
    const { page } = await failing(html, /\/v1\//);
    await page.getByText(words).waitFor();
    await page.evaluate(() => {
      document.documentElement.lang = 'da';
      const [element] = document.querySelectorAll('samtykke-form, samtykke-field');
      element?.replaceWith(element.cloneNode());
    });
    await page.getByText('Denne del af siden kan ikke vises lige nu.').waitFor();
  });
});

test('a form comes at once when the visitor is online again, and the focus is kept', async () => {
  const { page } = await failing(form, /\/v1\//);
  const again = page.getByRole('button', { name: 'Try again' });
  await again.focus();
  await mend(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  const email = page.getByLabel('E-mail', { exact: true });
  await email.waitFor();
  expect(await email.evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e)).toBe(
    true,
  );
});

test('a consent part that cannot be loaded keeps no form from being sent', async () => {
  const html = elements[1]?.[1].replace('</form>', '<button>Send</button></form>') ?? '';
  const { page } = await failing(html, /\/v1\//);
  await page.getByText(words).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/sent\.html/);
});

describe('an opener', () => {
  const opener = (key: string) => `<button data-samtykke-open="${key}">Open</button>`;

  test('shows the dialog before there is anything to show in it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await visit('/test.html', {
      html: pageWith(opener('newsletter')),
      before: (page) =>
        page.route(/\/v1\//, async (route) => {
          await held;
          await route.continue();
        }),
    });
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog').locator('.skeleton').waitFor();
    release();
    await page.getByRole('dialog').getByLabel('E-mail', { exact: true }).waitFor();
  });

  test.each([
    ['the Worker is away', /\/v1\//],
    ['its dialog does not come', /\/dialog\.js|\/v1\//],
  ])('says what fails when %s', async (_, url) => {
    const { page, errors } = await failing(opener('newsletter'), url);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText(words).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await mend(page);
    await page.getByLabel('E-mail', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  test('says so where there is no such form', async () => {
    const { page } = await visit('/test.html', { html: pageWith(opener('no-such-form')) });
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog').getByText(words).waitFor();
  });

  test('says that a form is closed', async () => {
    const key = await aForm({ expiresAt: 1 });
    const { page } = await visit('/test.html', { html: pageWith(opener(key)) });
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog').getByText('Closed.').waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

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
const part =
  '<form action="sent.html"><input name="email"><samtykke-field form="newsletter"></samtykke-field></form>';

type Failure = [why: string, url: RegExp, how: 'away' | number];

const code: Failure[] = [
  ['the code that all share does not come', /\/form\.js/, 'away'],
  ['nothing of ours comes', /\/(w|v1)\//, 'away'],
];
const definition: Failure[] = [
  ['the Worker is away', /\/v1\//, 'away'],
  ['the Worker fails', /\/v1\//, 500],
  ['its texts do not come', /\/en\.js/, 'away'],
];

type Shown = { html: string; path: string; label: string; failures: Failure[] };

/** The three elements; where their own pages are, what shows that they are there, and what may fail. */
const elements: [name: string, Shown][] = [
  [
    'a form',
    {
      html: form,
      path: 'f/newsletter',
      label: 'Email',
      failures: [...definition, ...code],
    },
  ],
  [
    'a consent part',
    {
      html: part,
      path: 'f/newsletter',
      label: 'Yes, send me news',
      failures: [...definition, ['its own code does not come', /\/field\.js/, 'away']],
    },
  ],
  [
    'a preference centre',
    {
      html: '<samtykke-preferences></samtykke-preferences>',
      path: 'preferences',
      label: 'Your email address',
      failures: [
        ['its words do not come', /preferences-en\.js/, 'away'],
        ['its own code does not come', /\/preferences\.js/, 'away'],
      ],
    },
  ],
];

/** Keeps the page from trying again automatically: on a busy machine that may come before the click on a button. */
const onlyAsked = `<script>
  const soon = setTimeout.bind(window);
  window.setTimeout = (work, ms, ...given) => (ms < 1000 ? soon(work, ms, ...given) : 0);
</script>`;

const mend = (page: Page) => page.unrouteAll({ behavior: 'ignoreErrors' });

describe.each(elements)('%s that cannot be loaded', (_, { html, path, label, failures }) => {
  test.each(failures)(
    'says so because %s, offers another try and leads to its own page',
    async (_, url, how) => {
      const { page, errors } = await failing(onlyAsked + html, url, how);
      const said = page.getByRole('alert');
      await said.getByText(words).waitFor();
      const link = said.getByRole('link', { name: 'Open it on its own page' });
      expect(await link.getAttribute('href')).toBe(`${worker}/${path}`);
      const again = page.waitForRequest(url);
      await mend(page);
      await said.getByRole('button', { name: 'Try again' }).click();
      await again;
      const control = page.getByLabel(label).first();
      await control.waitFor();
      await said.waitFor({ state: 'detached' });
      expect(errors).toEqual([]);
    },
  );

  test('comes automatically, once what kept it away is over', async () => {
    const [[, url, how] = ['', /./, 'away' as const]] = failures;
    const { page } = await failing(html, url, how);
    await page.getByText(words).waitFor();
    await mend(page);
    await page.getByLabel(label).first().waitFor();
  });
});

test('what fails says so in the language of the page, whatever else does not come', async () => {
  const { page } = await visit('/test.html', {
    html: pageWith(form, 'da'),
    before: (page) => page.route(/\/(form|da)\.js/, (route) => route.abort()),
  });
  await page.getByText('Denne del af siden kan ikke vises lige nu.').waitFor();
});

test('a form comes at once when the visitor is online again, and the focus is kept', async () => {
  const { page } = await failing(form, /\/v1\//);
  const again = page.getByRole('button', { name: 'Try again' });
  await again.focus();
  await mend(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  const email = page.getByLabel('Email', { exact: true });
  await email.waitFor();
  expect(await email.evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e)).toBe(
    true,
  );
});

test('a consent part that cannot be loaded keeps no form from being sent', async () => {
  const html = part.replace('</form>', '<button>Send</button></form>');
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
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
  });

  test.each([
    ['the Worker is away', /\/v1\//],
    ['its dialog does not come', /\/dialog\.js|\/v1\//],
    ['what opens it does not come', /\/triggers\.js/],
    ['its code does not come', /\/form\.js/],
  ])('says what fails when %s', async (_, url) => {
    const { page, errors } = await failing(onlyAsked + opener('newsletter'), url);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText(words).waitFor();
    await mend(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Email', { exact: true }).waitFor();
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

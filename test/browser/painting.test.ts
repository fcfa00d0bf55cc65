import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { found } from './axe.ts';
import { aForm, anEmail, recorded, submissionsOf, visit, worker } from './visitor.ts';

/** A page that lets through no more than README says that it must, and no form that the browser itself sends. */
const policy = [
  "default-src 'none'",
  `script-src ${worker}`,
  `connect-src ${worker}`,
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pageOf = (form: string, locale: string, attributes = '') => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>A page</title>
<meta http-equiv="Content-Security-Policy" content="${policy}"></head>
<body><main><h1>Join</h1><samtykke-form form="${form}" ${attributes}></samtykke-form><p>Below</p></main>
<script async src="${worker}/f/${form}.js?locale=${locale}"></script></body></html>`;

/** Opens a page with a form whose code does not come before it is let. */
const visitAhead = async (html: string) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const visited = await visit('/test.html', {
    html,
    before: async (page) => {
      await page.addInitScript(() => {
        const seen = { keys: '', shift: 0 };
        Object.assign(window, { seen });
        document.addEventListener('keydown', ({ key }) => {
          seen.keys += key;
        });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ('value' in entry && typeof entry.value === 'number') seen.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.route(/\/unstyled\.js/, async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const { page } = visited;
  await page.locator('samtykke-form form:not([method])').waitFor();
  return {
    ...visited,
    /** Lets the code come, and waits until the form is its own. */
    takeOver: async () => {
      release();
      await page.locator('samtykke-form form[method]').waitFor();
    },
    seen: () => page.evaluate<{ keys: string; shift: number }>('window.seen'),
  };
};

const focused = (page: Page) =>
  page
    .locator('samtykke-form')
    .evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.getAttribute('name'));

/** What is to be seen and heard of a form, and where: each element with its attributes, its text and its place. */
const shownIn = (page: Page) =>
  page.locator('samtykke-form').evaluate((element) => {
    const told =
      /^(part|id|name|type|for|href|role|aria-(?!disabled|invalid).*|placeholder|autocomplete)$/;
    const textOf = (node: Element) =>
      [...node.childNodes]
        .map((child) => (child instanceof Text ? child.data : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
    const all = [...(element.shadowRoot?.querySelectorAll('.samtykke *') ?? [])];
    return all
      .filter((each) => !each.closest('.trap, slot'))
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const attributes = each
          .getAttributeNames()
          .filter((name) => told.test(name))
          .sort()
          .map((name) => `${name}=${each.getAttribute(name)}`);
        const isRequired = each.matches(':required') ? 'required' : '';
        const place = [x, y, width, height].map(Math.round);
        return [
          each.localName,
          each.className.trim(),
          isRequired,
          ...attributes,
          textOf(each),
          ...place,
        ].join(' ');
      });
  });

/** A form with all that is painted. */
const aFullForm = () => {
  const both = (text: string) => ({ en: text, da: `${text} (da)` });
  return aForm({
    title: both('News'),
    intro: both('Once a month.'),
    sections: [
      {
        key: 'main',
        title: both('You'),
        intro: both('Who you are.'),
        fields: [
          { key: 'from', kind: 'hidden', label: both('From'), value: 'here' },
          {
            key: 'first',
            kind: 'text',
            label: both('First'),
            width: 'half',
            placeholder: both('Anna'),
          },
          {
            key: 'phone',
            kind: 'tel',
            label: both('Phone'),
            width: 'half',
            help: both('With the +.'),
          },
          {
            key: 'email',
            kind: 'email',
            label: both('Email'),
            required: true,
            autocomplete: 'email',
          },
          { key: 'born', kind: 'date', label: both('Born') },
          { key: 'many', kind: 'integer', label: both('How many'), min: 1 },
        ],
        purposes: [
          { purpose: 'e-marketing', subscriptions: ['newsletter', 'invitations'] },
          { purpose: 'sales-and-service', subscriptions: [] },
        ],
      },
    ],
  });
};

describe('a form whose code is on its way', () => {
  test.each(['en', 'da'])('looks, reads and stands as it will, in %s', async (locale) => {
    const { page, takeOver, seen, violations, errors } = await visitAhead(
      pageOf(await aFullForm(), locale, 'level="3"'),
    );
    const painted = await shownIn(page);
    // What comes into a page that kept no room for it moves what is below, once.
    const { shift } = await seen();
    await takeOver();
    expect(await shownIn(page)).toEqual(painted);
    expect((await seen()).shift).toBe(shift);
    expect([...violations, ...errors]).toEqual([]);
  });

  test('is written from right to left where its language is', async () => {
    const { page, takeOver } = await visitAhead(pageOf('newsletter', 'ar'));
    const painted = await shownIn(page);
    const form = page.locator('samtykke-form');
    expect(await form.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await takeOver();
    expect(await shownIn(page)).toEqual(painted);
  });

  test('has what everybody needs to use it', async () => {
    const visited = await visitAhead(pageOf('newsletter', 'en').replace(policy, "img-src 'none'"));
    expect(await found(visited)).toEqual([]);
  });

  test('keeps what is typed, ticked and focused, and its keys from the page', async () => {
    const { page, takeOver, seen, requests } = await visitAhead(pageOf('newsletter', 'en'));
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    const field = page.getByLabel('Email', { exact: true });
    await field.pressSequentially('anna@');
    await takeOver();
    expect(await focused(page)).toBe('fields.email');
    await page.keyboard.type('example.com');
    expect(await field.inputValue()).toBe('anna@example.com');
    expect(await page.getByLabel('Yes, send me news').isChecked()).toBe(true);
    expect(await page.getByLabel('Newsletter').isChecked()).toBe(true);
    expect((await seen()).keys).toBe('');
    expect(requests.map((request) => request.url()).join()).not.toContain('/v1/forms/newsletter?');
  });

  test('keeps the focus on a box', async () => {
    const { page, takeOver } = await visitAhead(pageOf('newsletter', 'en'));
    await page.getByLabel('Yes, send me news').focus();
    await takeOver();
    expect(await focused(page)).toBe('purposes.e-marketing');
  });

  test('sends once what is sent before, where the page lets no form be sent by the browser', async () => {
    const visited = await visitAhead(pageOf('newsletter', 'en'));
    const { page, takeOver, violations, errors } = visited;
    const email = anEmail();
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sending …' }).waitFor();
    expect(submissionsOf(visited)).toEqual([]);
    await takeOver();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(submissionsOf(visited)).toHaveLength(1);
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
    expect([...violations, ...errors]).toEqual([]);
  });

  test('says what is wrong with what is sent before, once it can', async () => {
    const { page, takeOver } = await visitAhead(pageOf('newsletter', 'en'));
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await takeOver();
    await page.getByRole('link', { name: 'Enter your email address.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Sign me up' }).count()).toBe(1);
  });

  test('starts with what the tag gives, and what its definition does', async () => {
    const form = await aFullForm();
    const tag = 'prefill-first="Anna" prefill-from="there"';
    const { page, takeOver } = await visitAhead(pageOf(form, 'en', tag));
    await takeOver();
    expect(await page.getByLabel('First').inputValue()).toBe('Anna');
    expect(await page.locator('[name="fields.from"]').inputValue()).toBe('there');
  });

  test('says where it does not come, offers another try, and keeps what was typed', async () => {
    const visited = await visit('/test.html', {
      html: pageOf('newsletter', 'en'),
      before: (page) => page.route(/\/unstyled\.js/, (route) => route.abort()),
    });
    const { page, errors } = visited;
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    const said = page.getByRole('alert');
    await said.getByText("This part of the page can't be shown right now.").waitFor();
    const link = said.getByRole('link', { name: 'Open it on its own page' });
    expect(await link.getAttribute('href')).toBe(`${worker}/f/newsletter`);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await said.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'refused' });
    expect(errors).toEqual([]);
  });

  test('is not painted where it is to open as a pop-up', async () => {
    const { page } = await visit('/test.html', {
      html: pageOf('newsletter', 'en', 'display="popup" trigger="delay:0"'),
    });
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    expect(await page.locator('samtykke-form form').count()).toBe(1);
  });
});

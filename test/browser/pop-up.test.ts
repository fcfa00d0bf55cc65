import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aForm, anEmail, pageWith, visit } from './visitor.ts';

/** Notes which pop-ups are about to open automatically; those of `refused` the page keeps shut. */
const watching = (refused = '') => `<script>window.opened = [];
  addEventListener('samtykke-open', (event) => {
    opened.push(event.detail.form + ' ' + event.detail.trigger);
    if (event.detail.form === '${refused}') event.preventDefault();
  });</script>`;

const openedIn = (page: Page) => page.evaluate('opened');

const popup = (form: string, attributes = 'trigger="delay:0"') =>
  `<samtykke-form form="${form}" display="popup" ${attributes}></samtykke-form>`;

/** Until when nothing else can have opened: another pop-up, which the page refuses, was about to. */
const untilAfter = (page: Page, other: string) =>
  expect.poll(() => openedIn(page)).toContain(`${other} delay`);

describe('a pop-up that opens automatically', () => {
  test('asks once, for as long as the site lets the browser remember it', async () => {
    const other = await aForm();
    const late = popup(other, 'trigger="delay:0.5"');
    const html = pageWith(
      `${watching(other)}${popup('newsletter', 'trigger="delay:0" storage frequency="7"')}${late}`,
    );
    const { page } = await visit('/test.html', { html, isOwn: true });
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.evaluate(
      (html) => document.body.insertAdjacentHTML('beforeend', html),
      popup('newsletter'),
    );
    await untilAfter(page, other);
    expect(await openedIn(page)).toEqual(['newsletter delay', `${other} delay`]);

    await page.reload();
    await untilAfter(page, other);
    expect(await openedIn(page)).toEqual([`${other} delay`]);
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual(['samtykke-asked-newsletter']);

    const days = (count: number) =>
      `localStorage.setItem('samtykke-asked-newsletter', Date.now() - ${count} * 86400000)`;
    await page.evaluate(days(8));
    await page.reload();
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
  });

  test('stores nothing without the site’s leave, and stays shut where the site says so', async () => {
    const other = await aForm();
    const html = pageWith(
      `${watching(other)}${popup('newsletter', 'trigger="delay:0" quiet')}${popup(other)}`,
    );
    const { page } = await visit('/test.html', { html });
    await untilAfter(page, other);
    expect(await openedIn(page)).toEqual([`${other} delay`]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  test('heeds a trigger, and a display, that are set only later, and never opens what cannot be answered', async () => {
    const closed = await aForm({ expiresAt: 1 });
    const { page } = await visit('/test.html', {
      html: pageWith(`${watching()}${popup(closed)}${popup('newsletter', '')}`),
    });
    await page.waitForLoadState('networkidle');
    expect(await openedIn(page)).toEqual([]);
    await page.evaluate(() => {
      document.querySelector('[form=newsletter]')?.setAttribute('trigger', 'delay:0.1');
    });
    await expect.poll(() => openedIn(page)).toEqual(['newsletter delay']);
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const other = await aForm();
    await page.evaluate((form) => {
      const element = document.createElement('samtykke-form');
      document.body.append(element);
      for (const [name, value] of Object.entries({ form, trigger: 'delay:0', display: 'popup' }))
        element.setAttribute(name, value);
    }, other);
    await expect.poll(() => openedIn(page)).toEqual(['newsletter delay', `${other} delay`]);
  });

  test('waits until the page is seen, and nobody types in it', async () => {
    const html = pageWith(
      `${watching()}<label>Name <input autofocus></label>${popup('newsletter')}`,
    );
    const { page } = await visit('/test.html', {
      html,
      isOwn: true,
      before: async (page) => {
        await page.clock.install();
        await page.addInitScript(() => {
          Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
        });
      },
    });
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(60_000);
    expect(await openedIn(page)).toEqual([]);
    await page.evaluate(() => {
      Object.defineProperty(document, 'prerendering', { value: false });
      document.dispatchEvent(new Event('prerenderingchange'));
    });
    const name = page.getByLabel('Name');
    await name.pressSequentially('Anna');
    await page.clock.runFor(60_000);
    await name.pressSequentially(' Andersen');
    expect(await name.inputValue()).toBe('Anna Andersen');
    expect(await openedIn(page)).toEqual([]);
    await name.blur();
    await page.clock.runFor(5000);
    await expect.poll(() => openedIn(page)).toEqual(['newsletter delay']);
  });
});

describe('a pop-up that is open', () => {
  /** Below a page's fold, behind a link that leads nowhere. */
  const openedByLink = async (form = 'newsletter') => {
    const visited = await visit('/test.html', {
      html: pageWith(
        `<div style="height:2000px"></div><a href="#" data-samtykke-open="${form}">News?</a><div style="height:2000px"></div>`,
      ),
    });
    const { page } = visited;
    const link = page.getByRole('link', { name: 'News?' });
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate('scrollY');
    await link.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Email', { exact: true }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(place);
    expect(await page.evaluate('location.hash')).toBe('');
    return { ...visited, dialog, link };
  };

  /** Beside the dialog, on the page that it covers. */
  const pressBeside = (page: Page) => page.mouse.click(5, 5);

  test('begins in the first field, closes with a press beside it unless something is filled in, and gives the focus back', async () => {
    const { page, dialog, link } = await openedByLink();
    const email = dialog.getByLabel('Email', { exact: true });
    const hasFocus = (element: Element) =>
      (element.getRootNode() as Document | ShadowRoot).activeElement === element;
    await expect.poll(() => email.evaluate(hasFocus)).toBe(true);
    await pressBeside(page);
    await dialog.waitFor({ state: 'hidden' });
    expect(await link.evaluate(hasFocus)).toBe(true);

    await page.keyboard.press('Enter');
    await email.fill(anEmail());
    await pressBeside(page);
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('button', { name: 'Sign me up' }).click();
    await dialog.getByRole('heading', { name: "You're not signed up" }).waitFor();
    const sheets = () =>
      dialog.evaluate((each) => (each.getRootNode() as ShadowRoot).adoptedStyleSheets.length);
    const before = await sheets();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await link.click();
    await dialog.waitFor();
    expect(await sheets()).toBe(before);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('keeps its close button in view and first in the order, however long the form', async () => {
    const fields = Array.from({ length: 20 }, (_, n) => ({
      key: `f${n}`,
      kind: 'text',
      label: { en: `Field ${n}` },
    }));
    const email = { key: 'email', kind: 'email', label: { en: 'Email' }, required: true };
    const form = await aForm({
      sections: [
        {
          key: 'main',
          fields: [email, ...fields],
          purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
        },
      ],
    });
    const { page, dialog } = await openedByLink(form);
    await page.keyboard.press('Shift+Tab');
    const close = dialog.getByRole('button', { name: 'Close' });
    const top = async () => (await close.boundingBox())?.y ?? Number.NaN;
    // It opens with a movement of its own.
    await dialog.evaluate((element) =>
      Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
    );
    const before = await top();
    await dialog.getByRole('button', { name: 'Send' }).scrollIntoViewIfNeeded();
    expect(Math.abs((await top()) - before)).toBeLessThan(1);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  });
});

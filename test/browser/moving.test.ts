import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { subscribe, vouchFor } from './entering.ts';
import { aForm, anEmail, demo, pageWith, visit } from './visitor.ts';

const elsewhere = '<section id="elsewhere"></section>';

/** The ways in which a page moves an element of its own. */
const ways = ['append', 'remove and append later', 'moveBefore'] as const;

const move = (page: Page, selector: string, way: (typeof ways)[number]) =>
  page.evaluate(
    async ([selector, way]) => {
      const element = document.querySelector(selector);
      const place = document.querySelector<
        Element & { moveBefore?: (node: Node, before: Node | null) => void }
      >('#elsewhere');
      if (!element || !place) throw new Error('There is nothing to move.');
      if (way === 'remove and append later') {
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
      if (way === 'moveBefore' && place.moveBefore) place.moveBefore(element, null);
      else place.append(element);
    },
    [selector, way] as const,
  );

const counting = `<script>window.ready = 0;
  addEventListener('samtykke-ready', () => { ready += 1; });</script>`;
const readyIn = (page: Page) => page.evaluate(() => (window as unknown as { ready: number }).ready);

test.each(ways)('a form that is moved by %s stays at its thanks, in its colours', async (way) => {
  const form = await aForm({ style: { accent: { light: '#7a1f5c', dark: '#ffb0e0' } } });
  const { page } = await visit('/test.html', {
    html: pageWith(`${counting}<samtykke-form form="${form}"></samtykke-form>${elsewhere}`),
  });
  await page.getByLabel('Email', { exact: true }).fill(anEmail());
  await page.getByLabel('Yes, send me news').check();
  await page.getByLabel('Newsletter').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Noted.').waitFor();
  const style = await page.locator('samtykke-form').getAttribute('style');
  await move(page, 'samtykke-form', way);
  await page.waitForLoadState('networkidle');
  const moved = page.locator('#elsewhere samtykke-form');
  expect(await moved.getByText('Noted.').isVisible()).toBe(true);
  expect(await moved.getAttribute('style')).toBe(style);
  expect(await readyIn(page)).toBe(1);
});

/** Opens a preference centre for a visitor whom the site vouches for; the token works once. */
const signedIn = async () => {
  const email = anEmail();
  await subscribe(email, 'newsletter');
  const identity = await vouchFor(email);
  const visited = await visit('/test.html', {
    html: pageWith(`<samtykke-preferences identity="${identity}"></samtykke-preferences>
      <a href="${demo}/">Away</a>${elsewhere}`),
  });
  await visited.page.getByText(`Your choices for ${email}`).waitFor();
  return { ...visited, email };
};

describe.each(ways)('a preference centre that the page moves by %s', (way) => {
  test('stays signed in, with the ticks that are not yet saved', async () => {
    const { page, requests, email, errors } = await signedIn();
    await page.getByRole('switch', { name: 'Product news' }).check();
    await move(page, 'samtykke-preferences', way);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(`Your choices for ${email}`).isVisible()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Product news' }).isChecked()).toBe(true);
    const sessions = requests.filter((request) => request.url().endsWith('/v1/sessions'));
    expect(sessions.filter((request) => request.method() === 'POST')).toHaveLength(1);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    expect(errors).toEqual([]);
  });

  test('still warns before unsaved ticks are lost', async () => {
    const { page } = await signedIn();
    await move(page, 'samtykke-preferences', way);
    await page.getByRole('switch', { name: 'Product news' }).check();
    const warned = page.waitForEvent('dialog');
    const leaving = page.getByRole('link', { name: 'Away' }).click();
    await (await warned).accept();
    await leaving;
  });
});

test('a preference centre that is gone for good stands in nobody’s way', async () => {
  const { page } = await signedIn();
  await page.getByRole('switch', { name: 'Product news' }).check();
  await page.evaluate(() => document.querySelector('samtykke-preferences')?.remove());
  let isWarned = false;
  page.on('dialog', async (dialog) => {
    isWarned = true;
    await dialog.accept();
  });
  await page.getByRole('link', { name: 'Away' }).click();
  await page.waitForURL(`${demo}/`);
  expect(isWarned).toBe(false);
});

test('a preference centre that changes while it is out of the page can still be used', async () => {
  const { page } = await signedIn();
  await page.evaluate(async () => {
    const centre = document.querySelector<HTMLElement & { level?: string }>('samtykke-preferences');
    if (!centre) throw new Error('There is no preference centre.');
    centre.remove();
    centre.level = '3';
    await new Promise((resolve) => setTimeout(resolve));
    document.querySelector('#elsewhere')?.append(centre);
  });
  await page.locator('summary', { hasText: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Send me a code' }).waitFor();
});

test.each(ways)(
  'the consent part that is moved by %s follows the form it stands in',
  async (way) => {
    const { page } = await visit('/test.html', {
      html: pageWith(`${counting}<form action="sent.html"><input name="email">
      <samtykke-field form="newsletter"></samtykke-field><button>First</button></form>
      <form action="sent.html" id="elsewhere"><input name="email" value="${anEmail()}"><button>Second</button></form>`),
    });
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await move(page, 'samtykke-field', way);
    const states = () =>
      page.evaluate(() => [...document.forms].map((form) => form.checkValidity()));
    expect(await states()).toEqual([true, true]);
    expect(await page.getByLabel('Yes, send me news').isChecked()).toBe(true);
    expect(await readyIn(page)).toBe(1);
    await page.getByRole('button', { name: 'Second' }).click();
    await page.waitForURL(/sent\.html\?.*samtykke-receipt=/);
  },
);

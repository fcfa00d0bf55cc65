import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aPerson, askFor, enter } from './entering.ts';
import { aForm, anEmail, linksOf, messageTo, pageWith, visit } from './visitor.ts';

/** What has the focus, as someone hears it who sees nothing: its label and description, or else its text. */
const heard = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'nothing';
    const root = element.getRootNode() as ShadowRoot;
    const described = (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => root.querySelector(`[id="${id}"]`)?.textContent ?? '');
    const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
    return [label?.textContent ?? element.textContent, ...described].join(' ').trim();
  });

const hear = (page: Page, what: RegExp) => expect.poll(() => heard(page)).toMatch(what);

describe('the preference centre says where one is', () => {
  test('after a wrong code, entering, saving, a request, taking it back, and signing out', async () => {
    const email = await aPerson();
    const visited = await visit('/preferences.html');
    const { page } = visited;
    await page.getByLabel('Your email address').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await hear(page, /^6-digit code.*If we know .* you get an email/);
    await messageTo(email, /is your code for/);
    await page.getByLabel('6-digit code').fill('000000');
    await page.getByRole('button', { name: 'Continue' }).click();
    await hear(page, /^6-digit code.*This code is wrong/);
    await page.getByRole('button', { name: 'Use another address' }).click();
    await hear(page, /^Your email address/);
    await enter(visited, email);
    await hear(page, new RegExp(`^Your choices for ${email}`));

    await page.getByRole('switch', { name: 'Product news' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await hear(page, /^Saved and recorded\./);
    await askFor(page, 'Delete my data');
    await hear(page, /^Request \d+: Delete my data\. Scheduled for .+\.$/);
    await page.getByRole('button', { name: 'Cancel this request' }).click();
    await hear(page, /^Request \d+: Delete my data\. Cancelled on .+\.$/);
    await page.locator('summary', { hasText: 'Account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await hear(page, /^Your email address.*You are signed out\./);
  });

  test('after entering by a link', async () => {
    const email = await aPerson();
    const { preferences } = await linksOf(email);
    const { page } = await visit(`/preferences.html#samtykke=${preferences.split('/').at(-1)}`);
    await hear(page, new RegExp(`^Your choices for ${email}`));
  });
});

describe('a form says where one is', () => {
  test('while it waits for a code, after a wrong one, back at the address, and once confirmed', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith(`<samtykke-form form="${await aForm({ confirm: true })}"></samtykke-form>`),
    });
    const email = anEmail();
    const send = async () => {
      await page.getByLabel('Email', { exact: true }).fill(email);
      await page.getByRole('button', { name: 'Send' }).click();
      await hear(page, /^\s*Confirm your email address/);
    };
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await send();
    await page.getByRole('button', { name: 'Use another address' }).click();
    await hear(page, /^Email/);
    await send();
    await page.getByLabel('6-digit code').fill('00000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await hear(page, /^6-digit code.*This code is wrong/);
    const { code } = await messageTo(email, /Confirm your email address/);
    await page.getByLabel('6-digit code').fill(code);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await hear(page, /^\s*Thanks/);
  });

  test('when it was closed meanwhile', async () => {
    const key = await aForm();
    const { page } = await visit('/test.html', {
      html: pageWith(`<samtykke-form form="${key}"></samtykke-form>`),
    });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.route('**/submissions', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 409,
            headers: { 'Access-Control-Allow-Origin': '*' },
            json: { type: '/problems/inactive', title: 'Closed', status: 409, detail: 'Closed.' },
          })
        : route.fallback(),
    );
    await page.getByRole('button', { name: 'Send' }).click();
    await hear(page, /^Closed\./);
  });
});

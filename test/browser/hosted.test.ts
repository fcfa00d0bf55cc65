import { describe, expect, test } from 'vitest';
import { aForm, anEmail, recorded, visit, worker } from './visitor.ts';

/** An address that browsers take and RFC 5321 does not: its local part has more than 64 characters. */
const tooLong = `${'a'.repeat(65)}@example.com`;

describe('the hosted page with JavaScript off', () => {
  const off = { javaScriptEnabled: false };

  test('takes a sign-up and thanks for it', async () => {
    const { page } = await visit(`${worker}/f/newsletter`, off);
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    expect(await page.getByLabel('Newsletter').isVisible()).toBe(false);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
  });

  test('lets the browser itself ask for what is missing', async () => {
    const { page } = await visit(`${worker}/f/newsletter`, off);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    expect(page.url()).toBe(`${worker}/f/newsletter`);
  });

  test('comes back with what is wrong and every answer', async () => {
    const { page } = await visit(`${worker}/f/newsletter?locale=da`, off);
    await page.getByLabel('E-mail', { exact: true }).fill(tooLong);
    await page.getByLabel('Ja tak, send mig').check();
    await page.getByLabel('Produktnyt').check();
    await page.getByRole('button', { name: 'Tilmeld mig' }).click();
    await page.getByRole('alert').getByText('Indtast en e-mailadresse').waitFor();
    expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe(tooLong);
    expect(await page.getByLabel('Ja tak, send mig').isChecked()).toBe(true);
    expect(await page.getByLabel('Produktnyt').isChecked()).toBe(true);
    expect(await page.getByLabel('Nyhedsbrev').isChecked()).toBe(false);
  });

  test('shows all pages of a long form at once, and asks for no field that may not apply', async () => {
    const { page } = await visit(`${worker}/f/event`, off);
    const email = anEmail();
    await page.getByLabel('First name').fill('Anna');
    await page.getByLabel('Last name').fill('Andersen');
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Country').selectOption('DK');
    await page.getByLabel('At noon').check();
    await page.getByLabel('How many are you?').fill('2');
    await page.getByLabel('I will tell you').check();
    await page.getByRole('button', { name: 'Save my seat' }).click();
    await page.getByRole('heading', { name: 'Your seat is saved' }).waitFor();
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'refused' });
  });

  test('says when a form is closed', async () => {
    const { page } = await visit(`${worker}/f/${await aForm({ active: false })}`, off);
    await page.getByRole('heading', { name: 'Closed.' }).waitFor();
  });
});

describe('the hosted page with JavaScript', () => {
  test('takes over without losing what was written before it came', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, errors, violations } = await visit(`${worker}/f/newsletter`, {
      before: (page) =>
        page.route(`${worker}/w/**`, async (route) => {
          await held;
          await route.continue();
        }),
    });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    release();
    await page.locator('samtykke-form form[novalidate]').waitFor();
    expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe(email);
    expect(await page.getByLabel('Yes, send me news').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(page.url()).toBe(`${worker}/f/newsletter`);
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given' });
    expect([errors, violations]).toEqual([[], []]);
  });

  test('asks the Worker for no definition: it came with the page', async () => {
    const { page, requests } = await visit(`${worker}/f/newsletter`);
    await page.locator('samtykke-form form[novalidate]').waitFor();
    expect(requests.filter((request) => request.url().includes('/v1/'))).toEqual([]);
  });
});

test.each(['/f/newsletter', '/preferences'])(
  '%s shows its button in the brand’s colour',
  async (path) => {
    const { page } = await visit(`${worker}${path}`);
    const button = page.getByRole('button').first();
    const colour = () => button.evaluate((each) => getComputedStyle(each).backgroundColor);
    // The element takes over from what the server rendered.
    await expect.poll(colour).toBe('rgb(47, 91, 208)');
  },
);

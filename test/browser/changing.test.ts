import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aForm, pageWith, visit } from './visitor.ts';

const set = (page: Page, selector: string, attributes: Record<string, string | null>) =>
  page.locator(selector).evaluate((element, attributes) => {
    for (const [name, value] of Object.entries(attributes))
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
  }, attributes);

const email = (page: Page, label = 'Email') => page.getByLabel(label, { exact: true });

describe('a form whose attributes change', () => {
  test('is the one that is named last, and nothing of the one before is left', async () => {
    const key = await aForm({ title: { en: 'Another', da: 'En anden' } });
    const { page, errors } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
    });
    await email(page).fill('anna@example.com');
    await set(page, 'samtykke-form', { form: key });
    await page.getByRole('heading', { name: 'Another' }).waitFor();
    expect(await email(page).inputValue()).toBe('');
    expect(await page.getByRole('heading', { name: 'News from the orchard' }).count()).toBe(0);
    await set(page, 'samtykke-form', { form: 'newsletter' });
    await page.getByRole('heading', { name: 'News from the orchard' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('speaks the language that is set last, and keeps what is filled in', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
    });
    await email(page).fill('anna@example.com');
    await page.getByLabel('Yes, send me news').check();
    await set(page, 'samtykke-form', { locale: 'da' });
    await page.getByRole('button', { name: 'Tilmeld mig' }).waitFor();
    expect(await page.locator('samtykke-form').getAttribute('lang')).toBe('da');
    expect(await page.locator('input[type=email]').inputValue()).toBe('anna@example.com');
    expect(await page.locator('[name="purposes.e-marketing"]').isChecked()).toBe(true);
    await page.locator('samtykke-form').evaluate((form) => Object.assign(form, { locale: 'en' }));
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
  });

  test('goes into a dialog and comes back out, with what is filled in', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith(
        '<samtykke-form form="newsletter"></samtykke-form><button data-samtykke-open="newsletter">Open</button>',
      ),
    });
    await email(page).fill('anna@example.com');
    await set(page, 'samtykke-form', { display: 'popup' });
    await email(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Open' }).click();
    expect(await page.getByRole('dialog').locator('input[type=email]').inputValue()).toBe(
      'anna@example.com',
    );
    await page.getByRole('button', { name: 'Close' }).click();
    await set(page, 'samtykke-form', { display: null });
    await email(page).waitFor();
    expect(await email(page).inputValue()).toBe('anna@example.com');
    expect((await page.locator('samtykke-form').boundingBox())?.width).toBeGreaterThan(280);
  });

  test('shows its thanks until it is another form', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
    });
    await email(page).fill('anna@example.com');
    await page.getByRole('button', { name: 'Sign me up' }).click();
    const thanks = page.getByRole('heading', { name: "You're not signed up" });
    await thanks.waitFor();
    await set(page, 'samtykke-form', { locale: 'da' });
    await page.waitForLoadState('networkidle');
    expect(await thanks.isVisible()).toBe(true);
    await set(page, 'samtykke-form', { form: await aForm() });
    await page.getByRole('button', { name: 'Send' }).waitFor();
  });
});

test('what is set only after an element is in the page is heeded', async () => {
  const { page, errors } = await visit('/test.html', {
    html: pageWith(
      '<samtykke-form></samtykke-form><form><input name="email"><samtykke-field></samtykke-field></form>',
    ),
  });
  // Within the page, as a framework does: after a second, an element without a form is a mistake.
  const alerts = await page.evaluate(async () => {
    await customElements.whenDefined('samtykke-field');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const elements = [...document.querySelectorAll('samtykke-form, samtykke-field')];
    const said = elements.map(({ shadowRoot }) => shadowRoot?.querySelector('[role=alert]'));
    document.querySelector('samtykke-form')?.setAttribute('level', '4');
    for (const element of elements) {
      element.setAttribute('form', 'newsletter');
      element.setAttribute('locale', 'da');
    }
    return said.filter(Boolean).length;
  });
  expect(alerts).toBe(0);
  await page.getByRole('button', { name: 'Tilmeld mig' }).waitFor();
  await page.locator('samtykke-field').getByText('Ja').first().waitFor();
  await page.locator('h2[aria-level="4"]').waitFor();
  expect(await page.getByRole('note').count()).toBe(0);
  expect(errors).toEqual([]);
});

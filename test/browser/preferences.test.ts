import { describe, expect, test } from 'vitest';
import {
  aPerson,
  enter,
  informed,
  openHosted,
  openOnSite,
  purpose,
  unsubscribeFromAll,
} from './entering.ts';
import { anEmail, recorded, visit, worker } from './visitor.ts';

const off = { javaScriptEnabled: false };

/** Where a preference centre is: how it is opened, and how for someone who is signed in already. */
const places = [
  ['on the marketer’s page', { open: () => visit('/preferences.html'), openFor: openOnSite }],
  [
    // What a script adds to this page, preferences-links.test.ts tries.
    'on the hosted page without JavaScript',
    {
      open: () => visit(`${worker}/preferences`, off),
      openFor: (email: string) => openHosted(email, off),
    },
  ],
] as const;

describe.each(places)('the preference centre %s', (_, { open, openFor }) => {
  test('shows each consent with its date and source, and each subscription with its channel and how often it comes', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page, errors, violations } = visited;
    expect(await page.getByLabel(purpose).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Newsletter' }).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Product news' }).isChecked()).toBe(false);
    await page
      .getByText(/You agreed · .* · Web form/)
      .first()
      .waitFor();
    const newsletter = page.getByRole('switch', { name: 'Newsletter', exact: true });
    const about = page.locator(`[id="${await newsletter.getAttribute('aria-describedby')}"]`);
    expect(await about.textContent()).toMatch(
      /Email · Once a month\s*You signed up · .* · Web form/,
    );
    expect(errors).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('changes nothing until it is saved, and then says that it is recorded', async () => {
    const email = await aPerson();
    const { page } = await openFor(email);
    await page.getByRole('switch', { name: 'Newsletter' }).uncheck();
    await page.getByRole('switch', { name: 'Product news' }).check();
    expect((await recorded(email)).newsletter).toBe('given');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    expect(await recorded(email)).toMatchObject({
      newsletter: 'withdrawn',
      'product-news': 'given',
      invitations: 'given',
    });
  });

  test('takes back everything in one step, and gives it again as easily', async () => {
    const email = await aPerson();
    const { page } = await openFor(email);
    await page.locator('summary', { hasText: 'Unsubscribe from all' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Invitations' }).waitFor();
    expect((await recorded(email)).newsletter).toBe('given');
    await page.getByRole('button', { name: 'Unsubscribe from all' }).click();
    await page.getByText(`You're not signed up for anything at ${email}.`).waitFor();
    expect(await recorded(email)).toMatchObject({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
    expect(await page.getByLabel(purpose).isChecked()).toBe(false);
    expect(await page.getByText('Unsubscribe from all').count()).toBe(0);
    await page.getByLabel(purpose).check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`You're signed up at ${email} for: Newsletter.`).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('given');
  });

  test('asks what to receive where a yes comes with nothing', async () => {
    const email = await aPerson();
    const { page } = await openFor(email);
    await unsubscribeFromAll(page);
    await page.getByText('Saved and recorded.').waitFor();
    await page.getByLabel(purpose).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('Select an option.').waitFor();
    expect((await recorded(email))['e-marketing']).toBe('withdrawn');
  });

  test('says that a code is wrong, and for an unknown address the very same', async () => {
    const { page } = await open();
    await page.getByLabel('Your email address').fill(anEmail());
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('6-digit code').fill('123456');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('This code is wrong').waitFor();
  });

  test('says what is erased and when before it does so, and cancels it for the asking', async () => {
    const email = await aPerson();
    const { page, errors } = await openFor(email);
    await page.locator('summary', { hasText: 'Your data and your rights' }).click();
    await page.locator('summary', { hasText: 'Delete my data' }).click();
    await page.getByText(`we delete everything that we keep about ${email}`).waitFor();
    expect((await recorded(email)).newsletter).toBe('given');
    await page.getByRole('button', { name: 'Delete my data' }).click();
    await page.getByRole('listitem').getByText('Scheduled for').waitFor();
    expect((await recorded(email)).newsletter).toBe('withdrawn');
    await page.getByRole('button', { name: 'Cancel this request' }).click();
    await page.getByRole('listitem').getByText('Cancelled on').waitFor();
    expect(errors).toEqual([]);
  });

  test('lets a subscription rest for three months', async () => {
    const { page } = await openFor(await aPerson());
    await page.getByLabel('Pause “Newsletter”').selectOption('3 months');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    const rest = page.getByLabel('Pause “Newsletter”');
    expect(await rest.textContent()).toContain('Paused until');
  });

  test('lists what ends with a purpose before it is saved, for screen readers too', async () => {
    const email = await aPerson();
    const { page } = await openFor(email);
    const ends = page.getByText(/^When you save, this ends too: .*Newsletter/);
    expect(await ends.isVisible()).toBe(false);
    const described = await page.getByLabel(purpose).getAttribute('aria-describedby');
    expect(await ends.getAttribute('id')).toBe(described);
    await page.getByLabel(purpose).uncheck();
    expect(await ends.isVisible()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Newsletter' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/This has ended: .*Newsletter/).waitFor();
    expect(await recorded(email)).toMatchObject({ newsletter: 'withdrawn' });
  });

  test('is objected to where the law gives that right, and allowed again', async () => {
    const email = await aPerson();
    await informed(email);
    const { page } = await openFor(email);
    const card = page.getByRole('region', { name: 'Sales and service' });
    // The Enter key saves: it presses no button that happens to come first.
    await page.getByRole('switch', { name: 'Product news' }).press('Space');
    await page.getByRole('switch', { name: 'Product news' }).press('Enter');
    await page.getByText('Saved and recorded.').waitFor();
    expect(await recorded(email)).toMatchObject({
      'sales-and-service': 'informed',
      'product-news': 'given',
    });
    await card.locator('summary', { hasText: 'Object' }).click();
    await card.getByText('You can object to this use').waitFor();
    await card.getByRole('button', { name: 'Object' }).click();
    await card.getByText(/You objected · /).waitFor();
    expect(await recorded(email)).toMatchObject({
      'sales-and-service': 'objected',
      newsletter: 'given',
    });
    await card.getByRole('button', { name: 'Allow this again' }).click();
    await card.getByText(/We informed you · /).waitFor();
    expect((await recorded(email))['sales-and-service']).toBe('informed');
  });

  test('shows its history as a timeline, marks texts in another language, and signs out from one menu', async () => {
    const email = await aPerson();
    const { page } = await openFor(email);
    await page.locator('summary', { hasText: 'Account' }).click();
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByRole('button', { name: 'Change language' }).click();
    await page.getByText(`Ihre Auswahl für ${email}`).waitFor();
    const title = page.getByRole('heading', { name: 'News and offers by email' });
    expect(await title.getAttribute('lang')).toBe('en');
    await page.locator('summary', { hasText: 'Verlauf der Einwilligungen' }).click();
    const moment = page.getByRole('listitem').filter({ has: page.locator('time') });
    await moment.getByText('Newsletter: Sie haben sich angemeldet').waitFor();
    const menu = page.locator('summary', { hasText: 'Konto' });
    if (!(await page.getByLabel('Sprache').isVisible())) await menu.click();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.locator('[name=email][type=email]').first().waitFor();
  });
});

import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aPerson, enter, openHosted, openOnSite, vouchFor } from './entering.ts';
import {
  demo,
  linksOf,
  messageTo,
  pageWith,
  pressTwice,
  recorded,
  visit,
  worker,
} from './visitor.ts';

describe('the link of an email', () => {
  test.each([true, false])(
    'opens the hosted page, JavaScript %s, and leaves the address bar',
    async (javaScriptEnabled) => {
      const email = await aPerson();
      await fetch(`${worker}/v1/entries`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      const { link } = await messageTo(email, /is your code for/);
      const { page } = await visit(link, { javaScriptEnabled });
      await page.getByText(`Your choices for ${email}`).waitFor();
      expect(page.url()).toBe(`${worker}/preferences`);
      const [cookie] = await page.context().cookies();
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
    },
  );

  test('opens the marketer’s page by its fragment, which is gone at once', async () => {
    const email = await aPerson();
    await fetch(`${worker}/v1/entries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    const { link } = await messageTo(email, /is your code for/);
    const { page } = await visit(`/preferences.html#samtykke=${link.split('/').at(-1)}`);
    await page.getByText(`Your choices for ${email}`).waitFor();
    expect(page.url()).toBe(`${demo}/preferences.html`);
  });
});

test('a site that vouches for its signed-in visitor opens it without a code', async () => {
  const email = await aPerson();
  const identity = await vouchFor(email);
  const html = pageWith(`<samtykke-preferences identity="${identity}"></samtykke-preferences>`);
  const { page, errors } = await visit('/test.html', { html });
  await page.getByText(`Your choices for ${email}`).waitFor();
  await page.reload();
  await page.getByLabel('Your email address').waitFor();
  expect(errors).toEqual([]);
});

test('a site may vouch for its visitor, and choose the language, only after the element is there', async () => {
  const email = await aPerson();
  const { page, errors } = await visit('/test.html', {
    html: pageWith('<samtykke-preferences></samtykke-preferences>'),
  });
  await page.getByLabel('Your email address').waitFor();
  const set = (attributes: Record<string, string>) =>
    page.locator('samtykke-preferences').evaluate((element, attributes) => {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    }, attributes);
  await set({ locale: 'da' });
  await page.getByLabel('Din e-mailadresse').waitFor();
  await set({ identity: await vouchFor(email) });
  await page.getByText(`Dine valg for ${email}`).waitFor();
  const news = page.getByRole('switch', { name: 'Produktnyt' });
  const before = await news.isChecked();
  await news.setChecked(!before);
  await set({ locale: 'en' });
  await page.getByText(`Your choices for ${email}`).waitFor();
  expect(await page.getByRole('switch', { name: 'Product news' }).isChecked()).toBe(!before);
  await page.getByText('You have changes that are not saved.').waitFor();
  expect(errors).toEqual([]);
});

test('a preference centre that cannot be read says so, and is shown once it can, with the same link', async () => {
  const email = await aPerson();
  const { preferences } = await linksOf(email);
  const sessions = /\/v1\/sessions/;
  const { page } = await visit(`/preferences.html#samtykke=${preferences.split('/').at(-1)}`, {
    before: (page) => page.route(sessions, (route) => route.abort()),
  });
  await page.getByRole('alert').getByText("can't be shown right now").waitFor();
  await page.route(/\/inside\.js|\/v1\/preferences/, (route) => route.abort());
  await page.unroute(sessions);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForRequest(/\/inside\.js/);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByText(`Your choices for ${email}`).waitFor();
});

describe('on the marketer’s page', () => {
  test('nothing is stored, and the session ends with the page', async () => {
    const email = await aPerson();
    const visited = await visit('/preferences.html');
    await enter(visited, email);
    const { page } = visited;
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.reload();
    await page.getByLabel('Your email address').waitFor();
  });

  test.each([
    ['/preferences.html', openOnSite],
    [`${worker}/preferences`, openHosted],
  ])('leaving %s with unsaved changes warns, and saving them does not', async (_, openFor) => {
    const { page } = await openFor(await aPerson());
    let warned = false;
    page.on('dialog', (dialog) => {
      warned = true;
      void dialog.accept();
    });
    await page.getByRole('switch', { name: 'Newsletter' }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    expect(warned).toBe(false);
    await page.getByRole('switch', { name: 'Newsletter' }).check();
    await page.goto(`${demo}/`);
    expect(warned).toBe(true);
  });

  test('signing out with unsaved changes asks first, and what is not saved stays till then', async () => {
    const email = await aPerson();
    const visited = await visit('/preferences.html');
    await enter(visited, email);
    const { page } = visited;
    const news = page.getByRole('switch', { name: 'Product news' });
    await news.check();
    await page.getByText('You have changes that are not saved.').waitFor();
    await page.locator('summary', { hasText: 'Account' }).click();
    await page.getByLabel('Language').selectOption('Dansk');
    await page.getByRole('button', { name: 'Change language' }).click();
    await page.getByText(`Dine valg for ${email}`).waitFor();
    expect(await page.getByRole('switch', { name: 'Produktnyt' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Log ud', exact: true }).click();
    await page.getByRole('alert').getByText('Du har ændringer, der ikke er gemt.').waitFor();
    expect(await page.getByRole('switch', { name: 'Produktnyt' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Log ud uden at gemme' }).click();
    await page.getByLabel('Din e-mailadresse').waitFor();
    expect((await recorded(email))['product-news']).toBe('refused');
  });

  test('another email with a code can be asked for, truly counted, and every code that came is good', async () => {
    const email = await aPerson();
    const { page, errors, requests } = await visit('/preferences.html', {
      before: (page) => page.clock.install(),
      isOwn: true,
    });
    const address = page.getByLabel('Your email address');
    await address.fill('anna@gmial.com');
    await address.blur();
    await page.getByRole('status').getByText('Did you mean anna@gmail.com?').waitFor();
    await address.fill(email);
    await pressTwice(page.getByRole('button', { name: 'Send me a code' }));
    const again = page.getByRole('button', { name: 'Send a new email' });
    await page.getByText(/You can ask for a new email in \d+ seconds/).waitFor();
    await again.dispatchEvent('click');
    expect(await again.getAttribute('aria-disabled')).toBe('true');
    const { code } = await messageTo(email, /is your code for/);
    await page.clock.runFor(30_000);
    await page.getByText('You can ask for a new email').waitFor({ state: 'hidden' });
    await pressTwice(again);
    await page.getByText('You asked for a new email.').waitFor();
    await messageTo(email, /is your code for/, 1);
    const posts = requests.filter((each) => each.method() === 'POST');
    expect(posts.map((each) => each.url())).toEqual(Array(2).fill(`${worker}/v1/entries`));
    await page.getByLabel('6-digit code').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText(`Your choices for ${email}`).waitFor();
    expect(errors).toEqual([]);
  });

  test('a right that is used at once gives the file, and is on the list', async () => {
    const { page } = await openOnSite(await aPerson());
    await page.locator('summary', { hasText: 'Your data and your rights' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Take my data to another service' }).click();
    expect((await downloading).suggestedFilename()).toBe('my-data.json');
    await page
      .getByRole('listitem')
      .getByText(/Request \d+: Take my data to another service/)
      .waitFor();
    await page
      .getByRole('listitem')
      .getByText(/Done on/)
      .waitFor();
  });

  test('what fails is said, and the choices are still there', async () => {
    const { page, errors } = await openOnSite(await aPerson());
    await page.getByRole('switch', { name: 'Newsletter' }).uncheck();
    await page.route(`${worker}/v1/preferences`, (route) => route.abort());
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('That did not work. Your choices are still here. Try again.').waitFor();
    expect(await page.getByRole('switch', { name: 'Newsletter' }).isChecked()).toBe(false);
    expect(errors).toEqual([]);
  });

  test('a yes to words that have changed is said not to be saved, and then saved once however often it is pressed', async () => {
    const email = await aPerson();
    const { page, requests } = await openOnSite(email);
    const save = page.getByRole('button', { name: 'Save' });
    await page.getByRole('switch', { name: 'Product news' }).check();
    const outdate = (route: Route) => {
      const body = { ...route.request().postDataJSON(), statement: '0'.repeat(64) };
      return route.continue({ postData: JSON.stringify(body) });
    };
    await page.route(`${worker}/v1/preferences`, outdate, { times: 1 });
    await save.click();
    await page.getByText('That did not work. Your choices are still here. Try again.').waitFor();
    expect(await recorded(email)).not.toMatchObject({ 'product-news': 'given' });
    await pressTwice(save);
    await page.getByText('Saved and recorded.').waitFor();
    expect(await recorded(email)).toMatchObject({ 'product-news': 'given' });
    const saves = requests.filter((each) => each.method() === 'POST').map((each) => each.url());
    expect(saves.filter((each) => each.endsWith('/v1/preferences'))).toHaveLength(2);
  });

  test('everything that is kept can be taken along, and proof of it', async () => {
    const visited = await openOnSite(await aPerson());
    for (const format of ['json', 'csv']) {
      const downloading = visited.page.waitForEvent('download');
      const menu = visited.page.locator('.menu');
      if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
      await visited.page.getByRole('button', { name: format.toUpperCase() }).click();
      expect((await downloading).suggestedFilename()).toBe(`my-data.${format}`);
    }
    const downloading = visited.page.waitForEvent('download');
    await visited.page.getByRole('button', { name: 'Proof of consent' }).first().click();
    expect((await downloading).suggestedFilename()).toBe('consent-all.samtykke-proof');
  });
});

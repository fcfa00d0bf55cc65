import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { PeopleFound } from '../../worker/contract/people.ts';

const { worker, demo, token } = inject('addresses');
let browser: Browser;

beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: inject('firefox'),
    headless: true,
  });
});
afterAll(() => browser.close());

/** A page of the demo, with the uncaught errors that happen on it. */
const visit = async (path: string): Promise<{ page: Page; errors: unknown[] }> => {
  const page = await browser.newPage();
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(new URL(path, demo).href);
  await page.evaluate(() => document.querySelector('samtykke-form')?.scrollIntoView());
  return { page, errors };
};

const headers = { Authorization: `Bearer ${token}` };

const put = (path: string, body: unknown) =>
  fetch(`${worker}${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });

/** How things stand for an address; nothing where nobody has it. */
const decidedOf = async (email: string): Promise<Record<string, string>> => {
  const answer = await fetch(`${worker}/v1/people?email=${encodeURIComponent(email)}`, { headers });
  const { people } = PeopleFound.parse(await answer.json());
  return Object.fromEntries(
    (people[0]?.standings ?? []).map(({ purpose, subscription, decision }) => [
      purpose ?? subscription ?? '',
      decision,
    ]),
  );
};

const anEmail = () => `${crypto.randomUUID()}@example.com`;

test('a visitor signs up on another site', async () => {
  const { page, errors } = await visit('/');
  await page.locator('samtykke-form >>> [name="fields.email"]').fill(anEmail());
  await page.locator('samtykke-form >>> [name="purposes.e-marketing"]').click();
  await page.locator('samtykke-form >>> [name="subscriptions.newsletter"]').click();
  await page.locator('samtykke-form >>> button[type=submit]').click();
  await page.locator('samtykke-form >>> .done').wait();
  expect(errors).toEqual([]);
});

test('what is wrong is said beside the field, and the focus goes to the summary', async () => {
  const { page } = await visit('/');
  await page.locator('samtykke-form >>> button[type=submit]').click();
  await page.locator('samtykke-form >>> .summary').wait();
  const invalid = await page.$('samtykke-form >>> [name="fields.email"][aria-invalid=true]');
  expect(invalid).not.toBeNull();
});

test('a pop-up opens from a button and closes with Escape', async () => {
  const { page, errors } = await visit('/event.html');
  await page.locator('[data-samtykke-open]').click();
  await page.locator('samtykke-form >>> dialog[open]').wait();
  await page.keyboard.press('Escape');
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('samtykke-form')].some((form) =>
        form.shadowRoot?.querySelector('dialog[open]'),
      ),
  );
  expect(errors).toEqual([]);
});

test('the consent part goes along with a form of the site', async () => {
  const { page, errors } = await visit('/contact.html');
  await page.locator('[name=name]').fill('Anna');
  await page.locator('[name=email]').fill(anEmail());
  await page.locator('[name=message]').fill('Hello');
  await page.locator('samtykke-field >>> [name="purposes.e-marketing"]').click();
  await page.locator('.own-form [type=submit]').click();
  await page.waitForFunction(() => location.pathname === '/sent.html');
  expect(errors).toEqual([]);
});

test('it works under a strict Content-Security-Policy', async () => {
  const { page, errors } = await visit('/strict-csp.html');
  await page.locator('samtykke-form >>> [name="fields.email"]').wait();
  expect(errors).toEqual([]);
});

/** The six digits of the letter to an address whose link leads there. */
const codeFor = async (email: string, there: string): Promise<string> => {
  const find = async () => {
    const answer = await fetch(`${worker}/dev/mailbox`, {
      headers: { Accept: 'application/json' },
    });
    const { messages } = (await answer.json()) as { messages: { to: string; text: string }[] };
    const texts = messages
      .filter(({ to, text }) => to === email && text.includes(there))
      .map(({ text }) => text);
    return texts.flatMap((text) => /^\d{6}$/m.exec(text) ?? [])[0];
  };
  await expect.poll(find, { timeout: 10_000 }).toBeDefined();
  return (await find()) ?? '';
};

test('an address is confirmed, choices are changed and taken back, and all is erased', async () => {
  await put('/v1/settings/erasure-days', 0);
  const email = anEmail();
  const { page, errors } = await visit('/event.html');
  await page.locator('[data-samtykke-open]').click();
  const popup = 'samtykke-form[display=popup] >>> ';
  await page.locator(`${popup}[name="fields.email"]`).fill(email);
  await page.locator(`${popup}[name="purposes.e-marketing"]`).click();
  await page.locator(`${popup}button[type=submit]`).click();
  await page.locator(`${popup}[name=code]`).fill(await codeFor(email, '/confirm/'));
  await page.keyboard.press('Enter');
  await page.locator(`${popup}.done h2`).wait();

  await page.goto(`${demo}/preferences.html`);
  const centre = 'samtykke-preferences >>> ';
  await page.locator(`${centre}[name=email]`).fill(email);
  await page.keyboard.press('Enter');
  await page.locator(`${centre}[name=code]`).fill(await codeFor(email, '/enter/'));
  await page.keyboard.press('Enter');
  await page.locator(`${centre}[name="subscriptions.newsletter"]`).click();
  await page.locator(`${centre}.choices button:not([name])`).click();
  await page.locator(`${centre}.said`).wait();
  expect(await decidedOf(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });

  await page.locator(`${centre}[name=everything]`).click();
  await expect
    .poll(() => decidedOf(email))
    .toMatchObject({ 'e-marketing': 'withdrawn', newsletter: 'withdrawn' });

  await page.$eval(`${centre}details.more:has(#kind)`, (details) => {
    (details as HTMLDetailsElement).open = true;
  });
  await page.locator(`${centre}#kind`).fill('erasure');
  await page.locator(`${centre}form:has(#kind) button`).click();
  await page.locator(`${centre}form:has([name=sure]) button:not([type])`).click();
  await expect
    .poll(async () => {
      await fetch(`${worker}/cdn-cgi/local/scheduled`);
      return decidedOf(email);
    })
    .toEqual({});
  await put('/v1/settings/erasure-days', 7);
  expect(errors).toEqual([]);
});

test('the hosted page takes a sign-up', async () => {
  const page = await browser.newPage();
  await page.goto(`${worker}/f/newsletter`);
  // Locators evaluate strings, which the policy of this page forbids; handles do not.
  const part = (selector: string) => page.locator(`samtykke-form >>> ${selector}`).waitHandle();
  await page.locator('samtykke-form >>> form[novalidate]').wait();
  await (await part('[name="fields.email"]')).type(anEmail());
  await (await part('button[type=submit]')).click();
  await page.locator('samtykke-form >>> .done').wait();
});

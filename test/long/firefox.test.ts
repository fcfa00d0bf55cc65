import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { PeopleFound } from '../../worker/contract/people.ts';
import { demo, token, worker } from '../browser/ours.ts';
import { messagesTo } from '../browser/visitor.ts';

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

/**
 * An element of the page, once it is there. We look again and again ourselves, for Puppeteer's own
 * waits hang on frames and mutations, and a headless Firefox reports few of either from a shadow root.
 */
const part = async (page: Page, selector: string): Promise<ElementHandle<HTMLElement>> => {
  const look = () => page.$(selector) as Promise<ElementHandle<HTMLElement> | null>;
  await expect.poll(look, { timeout: 20_000, message: selector }).not.toBeNull();
  const found = await look();
  if (!found) throw new Error(`${selector} was there, and went again.`);
  return found;
};

const press = async (page: Page, selector: string) =>
  (await part(page, selector)).evaluate((element) => element.click());

const type = async (page: Page, selector: string, text: string) =>
  (await part(page, selector)).type(text);

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
  await type(page, 'samtykke-form >>> [name="fields.email"]', anEmail());
  await press(page, 'samtykke-form >>> [name="purposes.e-marketing"]');
  await press(page, 'samtykke-form >>> [name="subscriptions.newsletter"]');
  await press(page, 'samtykke-form >>> button[type=submit]');
  await part(page, 'samtykke-form >>> .done');
  expect(errors).toEqual([]);
});

test('what is wrong is said beside the field, and the focus goes to the summary', async () => {
  const { page } = await visit('/');
  await press(page, 'samtykke-form >>> button[type=submit]');
  await part(page, 'samtykke-form >>> .summary');
  const invalid = await page.$('samtykke-form >>> [name="fields.email"][aria-invalid=true]');
  expect(invalid).not.toBeNull();
});

test('a pop-up opens from a button and closes with Escape', async () => {
  const { page, errors } = await visit('/event.html');
  await press(page, '[data-samtykke-open]');
  await part(page, 'samtykke-form >>> dialog[open]');
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
  const email = anEmail();
  await type(page, '[name=name]', 'Anna');
  await type(page, '[name=email]', email);
  await type(page, '[name=message]', 'Hello');
  await press(page, 'samtykke-field >>> [name="purposes.e-marketing"]');
  await press(page, 'samtykke-field >>> [name="subscriptions.newsletter"]');
  await press(page, '.own-form [type=submit]');
  await page.waitForFunction(
    () => location.pathname === '/sent.html' && location.search.includes('samtykke-receipt='),
  );
  await expect.poll(() => decidedOf(email)).toMatchObject({ newsletter: 'given' });
  expect(errors).toEqual([]);
});

test('Back and Forward of the browser turn the pages of a form', async () => {
  const { page, errors } = await visit('/event.html');
  const form = 'samtykke-form:not([display]) >>> ';
  await type(page, `${form}[name="fields.given-name"]`, 'Anna');
  await type(page, `${form}[name="fields.family-name"]`, 'Andersen');
  await type(page, `${form}[name="fields.email"]`, anEmail());
  await (await part(page, `${form}[name="fields.country"]`)).select('DK');
  await press(page, `${form}button[type=submit]`);
  await part(page, `${form}progress[value="2"]`);
  await page.evaluate(() => history.back());
  await part(page, `${form}progress[value="1"]`);
  await page.evaluate(() => history.forward());
  await part(page, `${form}progress[value="2"]`);
  expect(errors).toEqual([]);
});

test('code that did not come at first comes by another try, though the browser remembers the failure', async () => {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  let isAway = true;
  page.on(
    'request',
    (request) =>
      void (isAway && /\/w\/\w+\/form\.js/.test(request.url())
        ? request.abort()
        : request.continue()),
  );
  await page.goto(demo);
  await page.evaluate(() => document.querySelector('samtykke-form')?.scrollIntoView());
  await part(page, 'samtykke-form [role=alert] button');
  isAway = false;
  await press(page, 'samtykke-form [role=alert] button');
  await part(page, 'samtykke-form >>> input[type=email]');
  await page.close();
});

test('it works under a strict Content-Security-Policy', async () => {
  const { page, errors } = await visit('/strict-csp.html');
  await part(page, 'samtykke-form >>> [name="fields.email"]');
  expect(errors).toEqual([]);
});

/** The 6-digit code of the email to an address whose link leads there. */
const codeFor = async (email: string, there: string): Promise<string> => {
  const find = async () => {
    const texts = (await messagesTo(email))
      .filter(({ text }) => text.includes(there))
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
  await press(page, '[data-samtykke-open]');
  const popup = 'samtykke-form[display=popup] >>> ';
  await type(page, `${popup}[name="fields.email"]`, email);
  await press(page, `${popup}[name="purposes.e-marketing"]`);
  await press(page, `${popup}button[type=submit]`);
  await type(page, `${popup}[name=code]`, await codeFor(email, '/confirm/'));
  await page.keyboard.press('Enter');
  await part(page, `${popup}.done h2`);

  await page.goto(`${demo}/preferences.html`);
  const centre = 'samtykke-preferences >>> ';
  await type(page, `${centre}[name=email]`, email);
  await page.keyboard.press('Enter');
  await type(page, `${centre}[name=code]`, await codeFor(email, '/enter/'));
  await page.keyboard.press('Enter');
  await press(page, `${centre}[name="subscriptions.newsletter"]`);
  await press(page, `${centre}.choices button:not([name])`);
  await part(page, `${centre}.notice`);
  expect(await decidedOf(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });

  await press(page, `${centre}.act:has([name=everything]) summary`);
  await press(page, `${centre}[name=everything]`);
  await expect
    .poll(() => decidedOf(email))
    .toMatchObject({ 'e-marketing': 'withdrawn', newsletter: 'withdrawn' });

  await press(page, `${centre}.more:has(.rights) > summary`);
  await press(page, `${centre}.act:has([value=erasure]) summary`);
  await press(page, `${centre}form:has([value=erasure]) button`);
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
  await part(page, 'samtykke-form >>> form[novalidate]');
  await type(page, 'samtykke-form >>> [name="fields.email"]', anEmail());
  await press(page, 'samtykke-form >>> button[type=submit]');
  await part(page, 'samtykke-form >>> .done');
});

import { describe, expect, test } from 'vitest';
import { Receipt } from '../../worker/contract/submission.ts';
import {
  anEmail,
  demo,
  pageWith,
  recorded,
  recordsOf,
  submissionsOf,
  visit,
  worker,
} from './visitor.ts';

const own = (field: string, attributes = '') =>
  pageWith(`<form action="sent.html" ${attributes}>
    <label>Email <input name="contact" type="text"></label>
    <samtykke-field form="newsletter" email-field="contact" ${field}></samtykke-field>
    <button>Send</button></form>`);

const box = 'Yes, send me news';

describe('inside the site’s own form', () => {
  test('it asks only for the purposes, and the site’s form goes where it always went', async () => {
    const { page, errors } = await visit('/contact.html');
    const email = anEmail();
    await page.getByLabel('Name').fill('Anna');
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Message').fill('Hello there');
    await page.getByText('We keep what you write here').waitFor();
    await page.getByLabel(box).check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/sent\.html/);

    const sent = new URL(page.url()).searchParams;
    expect([...sent.keys()]).toEqual(['name', 'email', 'message', 'samtykke-receipt']);
    await expect
      .poll(() => recorded(email))
      .toEqual({
        'sales-and-service': 'informed',
        'e-marketing': 'given',
        newsletter: 'given',
        'product-news': 'refused',
      });
    const receipt = await fetch(`${worker}/v1/receipts/${sent.get('samtykke-receipt')}`);
    const { submission, page: where } = Receipt.parse(await receipt.json());
    expect((await recordsOf(email))[0]?.content.submission).toBe(submission);
    expect(where).toBe(`${demo}/contact.html`);
    expect(errors).toEqual([]);
  });

  test('the demo redirects to its record', async () => {
    const { page } = await visit('/contact.html');
    await page.getByLabel('Name').fill('Anna');
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByLabel('Message').fill('Hello there');
    await page.getByLabel(box).waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('link', { name: 'See what was recorded' }).click();
    await page.getByRole('row', { name: 'e-marketing refused (61A)' }).waitFor();
  });

  test('a yes without an address keeps the form from being sent', async () => {
    const visited = await visit('/test.html', { html: own('') });
    const { page } = visited;
    await page.getByLabel(box).check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    expect(page.url()).not.toContain('sent');
    const message = () =>
      page.locator('samtykke-field').evaluate((field) => field.matches(':invalid'));
    expect(await message()).toBe(true);
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    expect(await message()).toBe(false);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/sent\.html/);
    expect(submissionsOf(visited)).toHaveLength(1);
  });

  test('a yes with nothing to receive keeps it from being sent too', async () => {
    const { page } = await visit('/test.html', { html: own('') });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByLabel(box).check();
    const isInvalid = () =>
      page.locator('samtykke-field').evaluate((field) => field.matches(':invalid'));
    expect(await isInvalid()).toBe(true);
    await page.getByRole('button', { name: 'Send' }).click();
    expect(page.url()).not.toContain('sent');
    await page.getByLabel('Invitations').check();
    expect(await isInvalid()).toBe(false);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/sent\.html/);
  });

  test('so it does in a form that does its own validation, and says why at the box of which it is true', async () => {
    const { page } = await visit('/test.html', { html: own('', 'novalidate') });
    const send = page.getByRole('button', { name: 'Send' });
    /** What the browser was given last to say, and at which box. */
    const said = () => page.evaluate('said.at(-1)');
    await page.evaluate(`said = []; ((own) => {
      ElementInternals.prototype.setValidity = function (flags, message, box) {
        if (message) said.push(message + ' ' + box.name);
        own.call(this, flags, message, box);
      };
    })(ElementInternals.prototype.setValidity)`);
    await page.getByLabel(box).check();
    await send.click();
    expect(await said()).toMatch(/^Select an option\. subscriptions\./);
    await page.getByLabel('Newsletter').check();
    await send.click();
    expect(await said()).toMatch(/email address.* purposes\.e-marketing$/);
    expect(page.url()).not.toContain('sent');
  });

  test('a form sent twice with the same answers makes one record, and with others another', async () => {
    const html = own(
      'name="receipt"',
      'onsubmit="event.preventDefault(); last = new FormData(this).get(\'receipt\')"',
    );
    const visited = await visit('/test.html', { html });
    const { page } = visited;
    const receipt = () => page.evaluate(() => (window as unknown as { last: string }).last);
    const email = anEmail();
    const send = async () => {
      const answered = page.waitForResponse(
        (response) =>
          response.url().endsWith('/submissions') && response.request().method() === 'POST',
      );
      await page.getByRole('button', { name: 'Send' }).click();
      expect((await answered).status()).toBe(201);
    };
    await page.getByLabel(box).waitFor();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await send();
    const first = await receipt();
    await send();
    expect(await receipt()).toBe(first);
    expect(await recordsOf(email)).toHaveLength(1);
    await page.getByLabel(box).check();
    await page.getByLabel('Newsletter').check();
    await send();
    expect(await receipt()).not.toBe(first);
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given' });
    const keys = submissionsOf(visited).map(({ key }) => key);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  test('a Worker that is away never stands in the way of the site’s form', async () => {
    const { page, errors } = await visit('/test.html', {
      html: own(''),
      before: (page) => page.route(`${worker}/v1/**`, (route) => route.abort()),
    });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/sent\.html/);
    expect(errors).toEqual([]);
  });
});

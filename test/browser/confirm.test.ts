import { describe, expect, test } from 'vitest';
import {
  aForm,
  anEmail,
  messagesTo,
  messageTo,
  pageWith,
  pressTwice,
  recorded,
  type Visiting,
  visit,
  worker,
} from './visitor.ts';

const subject = /Confirm your email address/;

/** Someone who has signed up on a form that asks for confirmation, and has not confirmed yet. */
const waiting = async (draft: object = {}, options: Visiting = {}) => {
  const form = await aForm({ confirm: true, ...draft });
  const visited = await visit('/test.html', {
    html: pageWith(`<samtykke-form form="${form}"></samtykke-form>
      <script>window.seen = []; document.addEventListener('samtykke-confirmed', (event) => seen.push(event.detail));</script>`),
    ...options,
  });
  const { page } = visited;
  const email = anEmail();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Yes, send me news').check();
  await page.getByLabel('Newsletter').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Confirm your email address' }).waitFor();
  return { ...visited, email };
};

describe('double opt-in', () => {
  test('is done with the 6-digit code, without leaving the page', async () => {
    const { page, email, errors } = await waiting();
    await page.getByText(`our email to ${email}`).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('pending');
    const { code } = await messageTo(email, subject);
    await page.getByLabel('6-digit code').fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('given');
    expect(await page.evaluate('seen.length')).toBe(1);
    expect(errors).toEqual([]);
  });

  test('says beside the box that digits are wrong, and keeps waiting', async () => {
    const { page, email } = await waiting();
    const { code } = await messageTo(email, subject);
    await page.getByLabel('6-digit code').fill(code === '123456' ? '123457' : '123456');
    await page.keyboard.press('Enter');
    await page.getByText('This code is wrong or has expired').waitFor();
    await page.getByLabel('6-digit code').fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thanks' }).waitFor();
  });

  test('sends the email again for the asking, and says truly when it can', async () => {
    const { page, email } = await waiting(
      {},
      { before: (page) => page.clock.install(), isOwn: true },
    );
    const again = page.getByRole('button', { name: 'Send a new email' });
    const come = async () => (await messagesTo(email)).length;
    const askAgain = async (emails: number) => {
      await page.clock.runFor(30_000);
      await page.getByText('You can ask for a new email').waitFor({ state: 'hidden' });
      await pressTwice(again);
      await expect.poll(come).toBe(emails);
    };
    await page.getByText(/You can ask for a new email in \d+ seconds/).waitFor();
    await again.dispatchEvent('click');
    expect(await again.getAttribute('aria-disabled')).toBe('true');
    await askAgain(2);
    await page.getByText('You asked for a new email.').waitFor();
    await askAgain(3);
    // An hour has no more than three.
    await page.getByText(/You can ask for a new email in (59|60) minutes/).waitFor();
    expect(await come()).toBe(3);
  });

  test('says how often an email is sent, and when to ask again', async () => {
    const { page } = await waiting();
    await page.getByText('We send at most 3 an hour and 10 a day').waitFor();
  });

  test('lets a mistyped address be corrected, with every answer still there', async () => {
    const { page, email, errors } = await waiting();
    await page.getByRole('button', { name: 'Use another address' }).click();
    const address = page.getByLabel('Email', { exact: true });
    await expect.poll(() => address.inputValue()).toBe(email);
    expect(await page.getByLabel('Yes, send me news').isChecked()).toBe(true);
    const right = anEmail();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(right);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(`our email to ${right}`).waitFor();
    expect((await recorded(right))['e-marketing']).toBe('pending');
    expect(errors).toEqual([]);
  });

  test('loses nothing when the Worker cannot be reached', async () => {
    const { page, email, errors } = await waiting();
    const { code } = await messageTo(email, subject);
    await page.route(`${worker}/**/confirmation`, (route) => route.abort());
    await page.getByLabel('6-digit code').fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('That did not work.').waitFor();
    await page.unroute(`${worker}/**/confirmation`);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect(errors).toEqual([]);
  });

  test.each([true, false])('is done by the link, with JavaScript %s', async (javaScriptEnabled) => {
    const { email } = await waiting();
    const { link } = await messageTo(email, subject);
    const { page, violations } = await visit(link, { javaScriptEnabled });
    expect((await recorded(email))['e-marketing']).toBe('pending');
    await page.locator('button:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('given');
    expect(violations).toEqual([]);
  });

  test('is done on the hosted page without JavaScript', async () => {
    const form = await aForm({ confirm: true });
    const { page } = await visit(`${worker}/f/${form}`, { javaScriptEnabled: false });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    const { code } = await messageTo(email, subject);
    await page.getByLabel('6-digit code').fill(code);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('given');
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { found } from '../browser/axe.ts';
import { leavePages } from '../browser/pages.ts';
import { formsOn } from '../browser/screens.ts';
import {
  aForm,
  anEmail,
  ask,
  linksOf,
  messageTo,
  pageWith,
  visit,
  worker,
} from '../browser/visitor.ts';

afterEach(leavePages);

describe('axe finds nothing, in light or in dark colours,', () => {
  test.each(['/contact.html', '/event.html', '/themed.html', '/da.html', '/proof.html'])(
    'on %s',
    async (path) => {
      const visited = await visit(path);
      await formsOn(visited);
      expect(await found(visited)).toEqual([]);
    },
  );

  // Each of its forms is in a frame of its own, a page as any other.
  test('on /contexts.html', async () => {
    expect(await found(await visit('/contexts.html'))).toEqual([]);
  });

  test('on each page of a long form, with its fields wrong', async () => {
    const visited = await visit('/event.html');
    const { page } = visited;
    await page.getByLabel('First name').fill('Anna');
    await page.getByLabel('Last name').fill('Andersen');
    await page.getByLabel('Email', { exact: true }).fill('anna@example.com');
    await page.getByLabel('Country').selectOption('DK');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Step 2 of 3').waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('while the address waits for its confirmation', async () => {
    const visited = await visit('/event.html');
    const { page } = visited;
    await page.getByRole('button', { name: 'Hear about the next one' }).click();
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByRole('dialog').getByLabel('Yes, send me news').check();
    await page.getByRole('button', { name: 'Keep me posted' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByLabel('6-digit code').fill('000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('This code is wrong or has expired').waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('in the preference centre, on the way in and once in', async () => {
    const email = anEmail();
    const first = await visit('/');
    await first.page.getByLabel('Email', { exact: true }).fill(email);
    await first.page.getByLabel('Yes, send me news').check();
    await first.page.getByLabel('Newsletter').check();
    await first.page.getByRole('button', { name: 'Sign me up' }).click();
    await first.page.getByRole('heading', { name: 'Thank you' }).waitFor();
    for (const address of ['/preferences.html', `${worker}/preferences`]) {
      const visited = await visit(address);
      const { page } = visited;
      await page.getByLabel('Your email address').fill(email);
      expect(await found(visited)).toEqual([]);
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.getByLabel('6-digit code').fill('1');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('This code is wrong').waitFor();
      expect(await found(visited)).toEqual([]);
      const { code } = await messageTo(email, /is your code for/);
      await page.getByLabel('6-digit code').fill(code);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('Your choices for').waitFor();
      await page.getByText('What this means').first().click();
      expect(await found(visited)).toEqual([]);
    }
  });

  test('on every page that an email leads to, and in all that opens in the preference centre', async () => {
    const email = anEmail();
    const form = await aForm({ confirm: true });
    const first = await visit(`${worker}/f/${form}`, { javaScriptEnabled: false });
    await first.page.getByLabel('Email', { exact: true }).fill(email);
    await first.page.getByLabel('Yes, send me news').check();
    await first.page.getByLabel('Newsletter').check();
    await first.page.getByRole('button', { name: 'Send' }).click();
    const { link } = await messageTo(email, /Confirm your email address/);
    const confirming = await visit(link);
    expect(await found(confirming)).toEqual([]);
    await confirming.page.getByRole('button', { name: 'Confirm' }).click();
    await confirming.page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect(await found(confirming)).toEqual([]);

    await ask('/v1/entries', { email });
    const entering = await visit((await messageTo(email, /is your code for/)).link);
    const { page } = entering;
    await page.getByText('Your choices for').waitFor();
    for (const details of await page.locator('details').all())
      await details.locator('> summary').click();
    expect(await found(entering)).toEqual([]);
    await page.goto(`${worker}/preferences/data?format=html`);
    expect(await found(entering)).toEqual([]);
    await page.goto(`${worker}/preferences/proof`);
    expect(await found(entering)).toEqual([]);
    await page.getByRole('link', { name: 'See it as it looked' }).click();
    await page.getByRole('heading', { name: 'What was shown' }).waitFor();
    expect(await found(entering)).toEqual([]);
    await page.goto(`${worker}/preferences`);
    await page.locator('summary', { hasText: 'My details' }).click();
    await page.getByLabel('Your email address').fill(anEmail());
    await page.getByRole('button', { name: 'Save my details' }).click();
    await page.getByText('You get an email at your old').waitFor();
    const agreeing = await visit(
      (await messageTo(email, /Confirm the change of your email address/)).link,
    );
    expect(await found(agreeing)).toEqual([]);
    const { unsubscribe } = await linksOf(email);
    const leaving = await visit(unsubscribe);
    expect(await found(leaving)).toEqual([]);
    await leaving.page.getByRole('button', { name: 'Unsubscribe from all' }).click();
    await leaving.page.getByText('You are unsubscribed from all').waitFor();
    expect(await found(leaving)).toEqual([]);
  });

  test('when sending failed, when it is done and when the form is closed', async () => {
    const visited = await visit('/');
    const { page } = visited;
    await page.route(`${worker}/**/submissions`, (route) => route.abort());
    await page.getByLabel('Email', { exact: true }).fill('anna@example.com');
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('That did not work.').waitFor();
    expect(await found(visited)).toEqual([]);
    await page.unroute(`${worker}/**/submissions`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await found(visited)).toEqual([]);
    const key = await aForm({ active: false });
    const closed = await visit('/test.html', {
      html: pageWith(`<h1>Page</h1><samtykke-form form="${key}"></samtykke-form>`),
    });
    await closed.page.getByText('Closed.').waitFor();
    expect(await found(closed)).toEqual([]);
  });
});

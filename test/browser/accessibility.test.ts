import { describe, expect, test } from 'vitest';
import { found } from './axe.ts';
import { aPerson, openOnSite } from './entering.ts';
import { formsOn } from './screens.ts';
import { anEmail, linksOf, visit, worker } from './visitor.ts';

// One of each kind: `npm run test:long` looks at all other pages, and at all that opens in them.
describe('axe finds nothing, in light or in dark colours,', () => {
  test.each(['/', '/ar.html'])('on %s', async (path) => {
    const visited = await visit(path);
    await formsOn(visited);
    expect(await found(visited)).toEqual([]);
  });

  test('on the hosted page, and when it comes back with errors', async () => {
    const visited = await visit(`${worker}/f/event`);
    await visited.page.locator('samtykke-form form[novalidate]').waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('with a purpose opened, its types shown and everything wrong', async () => {
    const visited = await visit('/');
    const { page } = visited;
    await page.getByText('What this means').click();
    await page.getByLabel('Yes, send me news').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('alert').waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('in the pop-up', async () => {
    const visited = await visit('/event.html');
    await visited.page.getByRole('button', { name: 'Hear about the next one' }).click();
    await visited.page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('while a code is asked for', async () => {
    const visited = await visit('/preferences.html');
    await visited.page.getByLabel('Your email address').fill(anEmail());
    await visited.page.getByRole('button', { name: 'Send me a code' }).click();
    await visited.page.getByLabel('6-digit code').waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('when sending failed', async () => {
    const visited = await visit('/');
    const { page } = visited;
    await page.route(`${worker}/**/submissions`, (route) => route.abort());
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('That did not work.').waitFor();
    expect(await found(visited)).toEqual([]);
  });

  test('in the preference centre, with all that opens in it', async () => {
    const visited = await openOnSite(await aPerson());
    for (const details of await visited.page.locator('details').all())
      await details.locator('> summary').click();
    expect(await found(visited)).toEqual([]);
  });

  test('on a page that an email leads to', async () => {
    const { unsubscribe } = await linksOf(await aPerson());
    expect(await found(await visit(unsubscribe))).toEqual([]);
  });
});

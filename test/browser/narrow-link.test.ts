// A link that a mailing tool may keep opens choices; what needs more goes on with a code, in the same place.

import { describe, expect, test } from 'vitest';
import { askFor, subscribe } from './entering.ts';
import { anEmail, demo, linksOf, messageTo, visit, worker } from './visitor.ts';

/** The token of a newsletter's link, of someone who gets it. */
const aPerson = async () => {
  const email = anEmail();
  await subscribe(email, 'newsletter');
  const { preferences } = await linksOf(email);
  return { email, token: preferences.split('/').at(-1) ?? '' };
};

describe.each([
  ['on the marketer’s page', `${demo}/preferences.html#samtykke=`, true],
  ['on the hosted page', `${worker}/enter/`, true],
  ['on the hosted page without JavaScript', `${worker}/enter/`, false],
])('the link in a newsletter, opened %s', (_, address, javaScriptEnabled) => {
  test('asks for a code before a request, and goes on after it', async () => {
    const { email, token } = await aPerson();
    const { page, errors } = await visit(address + token, { javaScriptEnabled });
    await page.getByText(email).first().waitFor();
    await page.getByRole('switch', { name: 'Product news' }).check();
    await askFor(page, 'Restrict use of my data');
    await page.locator('[name=code]').waitFor();
    expect(await page.getByText(email).count()).toBeGreaterThan(0);
    const { code } = await messageTo(email, /is your code for/);
    await page.locator('[name=code]').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    if (address.includes('preferences.html'))
      expect(await page.getByRole('switch', { name: 'Product news' }).isChecked()).toBe(true);
    await askFor(page, 'Restrict use of my data');
    await page
      .getByRole('listitem')
      .getByText(/Done on/)
      .waitFor();
    expect(errors).toEqual([]);
  });
});

import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aPerson, enter } from './entering.ts';
import { anEmail, visit } from './visitor.ts';

const told =
  /^\s*- '?(alert|button|checkbox|combobox|dialog|group|heading|link|region|status|switch|textbox)\b/;

/** What a screen reader is told of an element: its roles, names and states, without the text between. */
const treeOf = async (element: Locator): Promise<string[]> =>
  (await element.ariaSnapshot())
    .split('\n')
    .filter((line) => told.test(line))
    .map((line) => line.replace(/^\s*- /, '').replace(/:$|(?<=["\]]): .*$/, ''));

const purpose = [
  'group "News and offers by email"',
  'checkbox "Yes, send me news and offers by email."',
  'group: + What this means',
  'link "Privacy statement (opens in a new tab)"',
];

describe('a screen reader is told', () => {
  test('what a form asks, what is wrong, and what was recorded', async () => {
    const { page } = await visit('/');
    const form = page.locator('samtykke-form');
    await form.getByLabel('Email', { exact: true }).waitFor();
    const title = 'heading "News from the orchard" [level=2]';
    const asked = [title, 'textbox "Email"', ...purpose, 'button "Sign me up"'];
    expect(await treeOf(form)).toEqual(asked);

    await form.getByLabel('Yes, send me news').check();
    await form.getByRole('button', { name: 'Sign me up' }).click();
    await form.getByRole('alert').waitFor();
    expect(await treeOf(form)).toEqual([
      title,
      'alert',
      `'link "Email: Enter your email address."'`,
      'link "Select an option."',
      'textbox "Email" [invalid]',
      ...purpose.map((line) => (line.startsWith('checkbox') ? `${line} [checked]` : line)),
      'group "What would you like to receive?"',
      'checkbox "Newsletter Once a month" [invalid]',
      'checkbox "Product news When something new is out"',
      'checkbox "Invitations When we hold an event"',
      'button "Sign me up"',
    ]);

    await form.getByLabel('Email', { exact: true }).fill(anEmail());
    await form.getByLabel('Newsletter').check();
    await form.getByRole('button', { name: 'Sign me up' }).click();
    await form.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await treeOf(form)).toEqual([
      'status',
      'heading "Thank you" [level=2]',
      'link "See and change all my choices"',
      'link "Proof of consent"',
    ]);
  });

  test('what a pop-up asks, and where a code is entered', async () => {
    const { page } = await visit('/event.html');
    await page.getByRole('button', { name: 'Hear about the next one' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Email', { exact: true }).fill(anEmail());
    const begun = ['dialog "Hear about the next feast"', 'button "Close"'];
    expect(await treeOf(dialog)).toEqual([
      ...begun,
      'heading "Hear about the next feast" [level=2]',
      'textbox "Email"',
      ...purpose,
      'button "Keep me posted"',
    ]);
    await dialog.getByLabel('Yes, send me news').check();
    await page.getByRole('button', { name: 'Keep me posted' }).click();
    await page.getByLabel('6-digit code').waitFor();
    // A new email can be asked for only after a while, which may be over or not have begun.
    const asked = (await treeOf(dialog)).map((line) => line.replace(/ \[disabled\]$/, ''));
    expect(asked).toEqual([
      ...begun,
      'status',
      'heading "Confirm your email address" [level=2]',
      'textbox "6-digit code"',
      'status',
      'button "Confirm"',
      'button "Send a new email"',
      'button "Use another address"',
      'button "Close"',
    ]);
  });

  test('what the consent part in a site’s own form asks', async () => {
    const { page } = await visit('/contact.html');
    const field = page.locator('samtykke-field');
    await field.getByRole('checkbox').first().waitFor();
    const [, , meaning = '', statement = ''] = purpose;
    expect(await treeOf(field)).toEqual([
      'group "Sales and service"',
      meaning,
      statement,
      ...purpose,
    ]);
  });

  test('how the preference centre is entered, and what is chosen in it', async () => {
    const visited = await visit('/preferences.html');
    const centre = visited.page.locator('samtykke-preferences');
    await centre.getByLabel('Your email address').waitFor();
    const title = 'heading "Your preferences" [level=2]';
    const entry = [title, 'textbox "Your email address"', 'button "Send me a code"'];
    expect(await treeOf(centre)).toEqual(entry);

    await enter(visited, await aPerson());
    const [, , meaning = '', statement = ''] = purpose;
    expect((await treeOf(centre)).filter((line) => !line.startsWith('status'))).toEqual([
      title,
      'group: + Account',
      'region "News and offers by email"',
      'heading "News and offers by email" [level=3]',
      'switch "Yes, send me news and offers by email." [checked]',
      'group "What would you like to receive?"',
      'switch "Newsletter" [checked]',
      'combobox "Pause “Newsletter”"',
      'switch "Invitations" [checked]',
      'combobox "Pause “Invitations”"',
      'switch "Product news"',
      meaning,
      statement,
      'button "Save changes"',
      'group: Unsubscribe from all',
      'group: + My details',
      'group: + Your data and your rights',
      'group: + Consent history',
    ]);
  });
});

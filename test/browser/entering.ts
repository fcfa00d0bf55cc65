import type { Page } from 'playwright-core';
import { anEmail, demo, messagesTo, messageTo, type Visit, worker } from './visitor.ts';

/** Someone who gets the newsletter and invitations. */
export const aPerson = async (): Promise<string> => {
  const { version } = (await (await fetch(`${worker}/v1/forms/newsletter`)).json()) as {
    version: number;
  };
  const email = anEmail();
  await fetch(`${worker}/v1/forms/newsletter/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({
      version,
      locale: 'en',
      fields: { email },
      page: `${demo}/`,
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true, invitations: true },
    }),
  });
  return email;
};

/** Tells a person of a purpose that asks for no consent, as a contact form does. */
export const informed = async (email: string): Promise<void> => {
  const { version } = (await (await fetch(`${worker}/v1/forms/contact`)).json()) as {
    version: number;
  };
  await fetch(`${worker}/v1/forms/contact/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({
      version,
      locale: 'en',
      fields: { email, name: 'Anna', message: 'Do you ship cider to Oslo?' },
      page: `${demo}/contact.html`,
    }),
  });
};

/** Asks for a code on a page that is open, and writes it. */
export const enter = async ({ page }: Visit, email: string): Promise<void> => {
  const subject = /Your preferences/;
  const before = (await messagesTo(email)).filter((message) => subject.test(message.subject));
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('6-digit code').waitFor();
  const { code } = await messageTo(email, subject, before.length);
  await page.getByLabel('6-digit code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(`Your choices for ${email}`).waitFor();
};

export const purpose = 'Yes, send me news';

/** Uses a right that asks before it acts: it is opened, and its button pressed. */
export const askFor = async (page: Page, right: string): Promise<void> => {
  const rights = page.locator('details', { hasText: 'Your data and your rights' });
  if (!(await page.locator('.rights').isVisible())) await rights.locator('> summary').click();
  const button = page.getByRole('button', { name: right });
  if (!(await button.isVisible())) await page.locator('summary', { hasText: right }).click();
  await button.click();
};

/** Ends everything, once the page has said what that is. */
export const unsubscribeFromAll = async (page: Page): Promise<void> => {
  await page.locator('summary', { hasText: 'Unsubscribe from all' }).click();
  await page.getByRole('button', { name: 'Unsubscribe from all' }).click();
};

import { SignJWT } from 'jose';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { Session } from '../../worker/contract/sessions.ts';
import { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { shared } from '../worker/visitor/verify/site-keys.ts';
import {
  anEmail,
  ask,
  demo,
  messagesTo,
  messageTo,
  type Visit,
  type Visiting,
  visit,
  worker,
} from './visitor.ts';

/** Sends the newest version of a form from a page of the demo, as its script does; answers with what was recorded. */
export const submit = async (form: string, sent: object): Promise<SubmissionAnswer> => {
  const definition = await (await fetch(`${worker}/v1/forms/${form}`)).json();
  const { version } = z.object({ version: z.number() }).parse(definition);
  const answer = await fetch(`${worker}/v1/forms/${form}/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({ version, locale: 'en', page: `${demo}/`, ...sent }),
  });
  return SubmissionAnswer.parse(await answer.json());
};

/** Signs up an address for news, and for some of what comes with them. */
export const subscribe = (email: string, ...types: string[]): Promise<SubmissionAnswer> =>
  submit('newsletter', {
    fields: { email },
    purposes: { 'e-marketing': true },
    subscriptions: Object.fromEntries(types.map((type) => [type, true])),
  });

/** Someone who gets the newsletter and invitations. */
export const aPerson = async (): Promise<string> => {
  const email = anEmail();
  await subscribe(email, 'newsletter', 'invitations');
  return email;
};

/** Tells a person of a purpose that asks for no consent, as a contact form does. */
export const informed = (email: string): Promise<SubmissionAnswer> =>
  submit('contact', {
    fields: { email, name: 'Anna', message: 'Do you ship cider to Oslo?' },
    page: `${demo}/contact.html`,
  });

/** What a site says of a visitor who is signed in there; it opens one session, once. */
export const vouchFor = (email: string): Promise<string> =>
  new SignJWT({ email })
    .setProtectedHeader({ alg: 'HS256', kid: shared.kid })
    .setAudience('samtykke')
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(shared.secret));

/** Opens the preference centre of the site, which vouches for its visitor: no code is needed. */
export const openOnSite = async (email: string, options: Visiting = {}): Promise<Visit> => {
  const visited = await visit('/preferences.html', options);
  const { page } = visited;
  const identity = await vouchFor(email);
  await page
    .locator('samtykke-preferences')
    .evaluate((element, identity) => element.setAttribute('identity', identity), identity);
  await page.getByText(`Your choices for ${email}`).waitFor();
  return visited;
};

/** Opens the hosted preference centre in a session that has begun already. */
export const openHosted = async (email: string, options: Visiting = {}): Promise<Visit> => {
  const answer = await ask('/v1/sessions', { identity: await vouchFor(email) });
  const { token: value } = Session.parse(await answer.json());
  const session = {
    name: '__Host-samtykke',
    value,
    domain: 'localhost',
    path: '/',
    secure: true,
  } as const;
  const visited = await visit(`${worker}/preferences`, { ...options, cookies: [session] });
  await visited.page.getByText(`Your choices for ${email}`).waitFor();
  return visited;
};

/** Asks for a code on a page that is open, and writes it. */
export const enter = async ({ page }: Visit, email: string): Promise<void> => {
  const subject = /is your code for/;
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

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
  Request,
} from 'playwright-core';
import { vi } from 'vitest';
import { z } from 'zod';
import { FormCounts } from '../../worker/contract/forms.ts';
import { PeopleFound, RecordsAnswer } from '../../worker/contract/people.ts';
import { demo, state, token, worker } from './ours.ts';
import { takePage } from './pages.ts';

export { demo, token, worker };

/** A page, and what happened on it. */
export type Visit = {
  page: Page;
  /** Uncaught errors and unhandled rejections of the host page. */
  errors: string[];
  /** Violations of the page's Content-Security-Policy. */
  violations: string[];
  requests: Request[];
};

export type Visiting = BrowserContextOptions & {
  /** A page of its own, which the demo then serves too. */
  html?: string;
  /** Cookies that the browser has already. */
  cookies?: Parameters<BrowserContext['addCookies']>[0];
  /** Runs before any script of the page: what it listens to and routes ends with the test. */
  before?: (page: Page) => Promise<unknown>;
  /** Whether no other test is given its profile, for what would outlast it there: a clock, a script, what is stored. */
  isOwn?: boolean;
};

/** Opens a page of the demo (a path) or of the Worker (a whole address). */
export const visit = async (
  path: string,
  { html, before, isOwn = false, cookies = [], ...options }: Visiting = {},
): Promise<Visit> => {
  const page = await takePage(options, isOwn);
  const visited: Visit = { page, errors: [], violations: [], requests: [] };
  page.on('pageerror', (error) => visited.errors.push(error.message));
  page.on('request', (request) => visited.requests.push(request));
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text()))
      visited.violations.push(message.text());
  });
  const own = `/${crypto.randomUUID()}.html`;
  if (html !== undefined) await writeFile(join(state, own), html);
  const shown = html === undefined ? path : path.replace('/test.html', own);
  await page.context().addCookies(cookies);
  await before?.(page);
  await page.goto(shown.startsWith('http') ? shown : `${demo}${shown}`);
  return visited;
};

/** A page with this in its body, and the script tag. */
export const pageWith = (body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><title>A page</title><meta charset="utf-8">
<script type="module" src="${worker}/samtykke.js"></script></head><body><main>${body}</main></body></html>`;

/** Presses a button twice before anything can come of it, as in a double click. */
export const pressTwice = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });

export const anEmail = (): string => `visitor.${crypto.randomUUID()}@example.com`;

const api = async (path: string): Promise<unknown> => {
  const response = await fetch(`${worker}${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return response.json();
};

/** What the ledger says of an address, as `item: decision`, oldest first. */
export const recorded = async (email: string): Promise<Record<string, string>> => {
  const { people } = PeopleFound.parse(await api(`/v1/people?email=${encodeURIComponent(email)}`));
  const [person] = people;
  if (!person) return {};
  const { records } = RecordsAnswer.parse(await api(`/v1/people/${person.id}/records`));
  return Object.fromEntries(
    records.map(({ content }) => [content.purpose ?? content.subscription ?? '', content.decision]),
  );
};

/** How many submissions of a form have been recorded. */
export const submittedOf = async (form: string): Promise<number> => {
  const { days } = FormCounts.parse(await api(`/v1/forms/${form}/statistics`));
  return days.filter(({ what }) => what === 'submitted').reduce((sum, { count }) => sum + count, 0);
};

const send = async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<void> => {
  const response = await fetch(`${worker}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
};

/** Replaces something by the API. */
export const put = (path: string, body: unknown): Promise<void> => send('PUT', path, body);

/** Registers an address of which a user says that it agreed to the newsletter by phone. */
export const register = (email: string): Promise<void> =>
  send('POST', '/v1/people', {
    email,
    purposes: ['e-marketing'],
    subscriptions: ['newsletter'],
    source: 'phone',
    legalBasis: '61A',
    comment: 'They rang.',
  });

/** Posts what any page may post. */
export const ask = (path: string, body: unknown) =>
  fetch(`${worker}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const Links = z.object({ id: z.string(), preferences: z.string(), unsubscribe: z.string() });

/** The links of a newsletter's footer for an address. */
export const linksOf = async (email: string) => {
  const { people } = PeopleFound.parse(await api(`/v1/people?email=${encodeURIComponent(email)}`));
  const before = (people[0]?.id ?? '').replace(/.{4}$/, '0000');
  const page = `/v1/people/links?subscription=newsletter&limit=100&after=${before}`;
  const { links } = z.object({ links: z.array(Links) }).parse(await api(page));
  const own = links.find(({ id }) => id === people[0]?.id);
  if (!own) throw new Error('There are no links.');
  return own;
};

/** The ledger of a person by id, also after they were erased. */
export const ledgerOf = async (person: string) =>
  RecordsAnswer.parse(await api(`/v1/people/${person}/records`)).records;

/** The whole records of an address. */
export const recordsOf = async (email: string) => {
  const { people } = PeopleFound.parse(await api(`/v1/people?email=${encodeURIComponent(email)}`));
  return people[0] ? ledgerOf(people[0].id) : [];
};

const Mailbox = z.object({
  messages: z.array(
    z.object({
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      receivedAt: z.number(),
    }),
  ),
});

/** All emails that have come for an address, the newest first. */
export const messagesTo = async (email: string) => {
  const mailbox = await fetch(`${worker}/dev/mailbox?to=${encodeURIComponent(email)}`, {
    headers: { Accept: 'application/json' },
  });
  return Mailbox.parse(await mailbox.json()).messages;
};

/** The newest email that came for an address, once one with this subject has, beyond so many that came before. */
export const messageTo = async (email: string, subject: RegExp, before = 0) => {
  const find = async () => {
    const all = (await messagesTo(email)).filter((message) => subject.test(message.subject));
    const [newest] = all;
    if (!newest || all.length <= before) throw new Error(`${email} has got no ${subject}.`);
    return newest;
  };
  const { text, receivedAt: at } = await vi.waitFor(find, { timeout: 60_000, interval: 100 });
  return {
    at,
    text,
    code: /^\d{6}$/m.exec(text)?.[0] ?? '',
    link: /^http\S+$/m.exec(text)?.[0] ?? '',
  };
};

/** Publishes a form for the demo's origin: under a key of its own, or again under one that it has. */
export const aForm = async (
  draft: object = {},
  key = `form-${crypto.randomUUID()}`,
): Promise<string> => {
  await put(`/v1/forms/${key}`, {
    locale: 'en',
    locales: ['en', 'da'],
    origins: [demo],
    submit: { en: 'Send', da: 'Send' },
    done: { title: { en: 'Thanks', da: 'Tak' }, text: { en: 'Noted.', da: 'Noteret.' } },
    inactive: { en: 'Closed.', da: 'Lukket.' },
    sections: [
      {
        key: 'main',
        fields: [{ key: 'email', kind: 'email', label: { en: 'Email' }, required: true }],
        purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter', 'invitations'] }],
      },
    ],
    ...draft,
  });
  return key;
};

const Posted = z
  .object({ idempotencyKey: z.string(), purposes: z.record(z.string(), z.boolean()) })
  .loose();

/** The submissions that a page has sent: their keys and bodies. */
export const submissionsOf = ({ requests }: Visit) =>
  requests
    .filter((request) => request.method() === 'POST' && request.url().endsWith('/submissions'))
    .map((request) => {
      const { idempotencyKey: key, ...body } = Posted.parse(request.postDataJSON());
      return { key, body };
    });

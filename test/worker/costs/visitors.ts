import { env } from 'cloudflare:test';
import { unsubscribeLink } from '../../../worker/people/links.ts';
import { aForm, anEmail, anIp, findPerson, host, signUp, site } from '../builders.ts';
import { waiting } from '../visitor/confirm/confirming.ts';
import { aPerson, both, marketing } from '../visitor/preferences/choosing.ts';
import { ask, enter } from '../visitor/verify/entering.ts';
import { vouch } from '../visitor/verify/vouching.ts';
import { type Act, asks, type Work } from './acts.ts';
import { costOf } from './counting.ts';

const posts = (path: string, body: unknown, headers: Record<string, string> = {}): Work =>
  asks(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'CF-Connecting-IP': anIp(),
      Origin: site,
      ...headers,
    },
    body: JSON.stringify(body),
  });

const subscriptions = ['newsletter', 'product-news', 'invitations'];

/** A form of one purpose and three subscription types. */
const aWholeForm = (draft: Parameters<typeof aForm>[0] = {}) =>
  aForm({
    sections: [
      {
        key: 'main',
        fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true }],
        purposes: [{ purpose: 'e-marketing', subscriptions }],
      },
    ],
    ...draft,
  });

/** The same, which this isolate knows, after someone has signed up on it: nobody who was erased is the newest person. */
export const aKnownForm = async (draft: Parameters<typeof aForm>[0] = {}) => {
  const form = await aWholeForm(draft);
  await costOf(asks(`/v1/forms/${form}`));
  await costOf(submits(form));
  return form;
};

export const submits = (form: string, { email = anEmail(), isYes = true, key = '' } = {}): Work =>
  posts(
    `/v1/forms/${form}/submissions`,
    {
      version: 1,
      locale: 'en',
      fields: { email },
      page: `${site}/page`,
      purposes: { 'e-marketing': isYes },
      subscriptions: Object.fromEntries(subscriptions.map((name) => [name, isYes])),
    },
    { 'Idempotency-Key': key || crypto.randomUUID() },
  );

/** Signs up, and makes ready to do it once more. */
const submitsAgain = async (how: Parameters<typeof submits>[1] = {}): Promise<Work> => {
  const form = await aKnownForm();
  const same = { email: anEmail(), ...how };
  await costOf(submits(form, same));
  return submits(form, same);
};

/** The path of the link in a newsletter's footer. */
const aFooterLink = async (): Promise<string> => {
  const email = anEmail();
  await signUp(await aForm(), email, both);
  const { id = '' } = (await findPerson(email)) ?? {};
  return (await unsubscribeLink(env, host, id, 'newsletter')).replace(host, '');
};

const someone = async (): Promise<string> => {
  const email = anEmail();
  await costOf(submits(await aKnownForm(), { email }));
  return email;
};

const saves = async (): Promise<Work> => {
  const { session } = await aPerson();
  const { statement, record } = await marketing(session);
  const changes = [{ purpose: 'e-marketing', on: false, seen: record }];
  const body = { statement, locale: 'en', changes, page: `${host}/preferences` };
  return posts('/v1/preferences', body, session);
};

/** What visitors do. */
export const visitorActs: readonly Act[] = [
  ['form, read for the first time', async () => asks(`/v1/forms/${await aWholeForm()}`)],
  [
    'form, known to the isolate, and its count',
    async () => asks(`/v1/forms/${await aKnownForm()}`),
  ],
  ['form as a hosted page', async () => asks(`/f/${await aKnownForm()}`)],
  ['sign-up of a new person, with its email', async () => submits(await aKnownForm())],
  ['sign-up of a known person', () => submitsAgain()],
  ['the same sign-up sent twice', () => submitsAgain({ key: crypto.randomUUID() })],
  ['sign-up that refuses all', async () => submits(await aKnownForm(), { isYes: false })],
  ['sign-up to confirm, with its email', async () => submits(await aKnownForm({ confirm: true }))],
  ['confirmation page', async () => asks((await waiting()).link.pathname)],
  [
    'confirmation, with its email',
    async () => {
      const { receipt, code } = await waiting();
      return posts(`/v1/receipts/${receipt}/confirmation`, { code });
    },
  ],
  ['unsubscribe page', async () => asks(await aFooterLink())],
  [
    'unsubscribe by one click',
    async () => {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      return asks(await aFooterLink(), { method: 'POST', body });
    },
  ],
  [
    'code to enter, with its email',
    async () => posts('/v1/entries', { email: await someone(), locale: 'en' }),
  ],
  [
    'session by a code',
    async () => {
      const { entry, code } = await ask(await someone());
      return posts(`/v1/entries/${entry}/session`, { code });
    },
  ],
  [
    'session by an identity token',
    async () => posts('/v1/sessions', { identity: await vouch(await someone()) }),
  ],
  [
    'preferences, read',
    async () => asks('/v1/preferences?locale=en', { headers: await enter(await someone()) }),
  ],
  ['preferences, saved', saves],
  [
    'preferences, history',
    async () => asks('/v1/preferences/history', { headers: await enter(await someone()) }),
  ],
];

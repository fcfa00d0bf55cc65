import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { z } from 'zod';
import { keySql, newKey } from '../../worker/access/new-key.ts';
import { app } from '../../worker/app.ts';
import type { FormDefinition } from '../../worker/contract/definition.ts';
import { FormAnswer, type OpenForm } from '../../worker/contract/form.ts';
import { PeopleFound, RecordsAnswer } from '../../worker/contract/people.ts';
import { Problem } from '../../worker/contract/problem.ts';
import type { Right } from '../../worker/contract/rights.ts';
import type { SubmissionBody } from '../../worker/contract/submission.ts';
import type { Env } from '../../worker/platform/env.ts';
import { forgetRemembered } from '../../worker/platform/remembered.ts';
import { systemCaller } from '../../worker/schedule.ts';
import { expectSaid } from './api/said.ts';

export const host = 'https://samtykke.test';
export const site = 'https://site.test';

/** Another visitor each time, so that no test meets the rate limit of another. */
export const anIp = (): string =>
  `10.${Array.from(crypto.getRandomValues(new Uint8Array(3))).join('.')}`;

export const anEmail = (): string => `anna.${crypto.randomUUID()}@example.com`;

/** The token of a fresh API key with these rights. */
export const aToken = async (rights: Right[], days: number | null = null): Promise<string> => {
  const key = await newKey('test', rights, days);
  await env.DB.prepare(keySql(key)).run();
  return key.token;
};

/**
 * Calls the Worker without the test pool's own fetch, which grows slower with each call. Throws where it
 * answers what `/openapi.json` does not say, so that every test holds it to its description.
 */
export const call = async (
  path: string,
  init: RequestInit = {},
  context = createExecutionContext(),
): Promise<Response> => {
  const answer = await app.request(host + path, init, env, context);
  await expectSaid(path, init.method ?? 'GET', answer);
  return answer;
};

/** Calls the Worker, and waits for what happens behind its answer. */
export const callToEnd = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const context = createExecutionContext();
  const response = await call(path, init, context);
  await waitOnExecutionContext(context);
  return response;
};

/** Returns a body as text, without the warning that text() gives for NDJSON. */
export const textOf = async (answer: Response): Promise<string> =>
  new TextDecoder().decode(await answer.arrayBuffer());

const get = (path: string, headers: Record<string, string> = {}) => call(path, { headers });

/** Calls the API as someone with these rights. */
export const as = async (rights: Right[]) => {
  const headers = { Authorization: `Bearer ${await aToken(rights)}` };
  return {
    get: (path: string) => get(path, headers),
    put: (path: string, body: unknown) =>
      call(path, { method: 'PUT', headers, body: JSON.stringify(body) }),
    delete: (path: string) => call(path, { method: 'DELETE', headers }),
    post: (path: string, body: unknown) =>
      call(path, { method: 'POST', headers, body: JSON.stringify(body) }),
  };
};

/** The caller of what the schedule does, at a moment. */
export const theSystem = (on: Env = env, now = Date.now()) =>
  systemCaller(on, createExecutionContext(), now);

/** Lets forms redirect to these hosts. */
export const allowRedirects = async (...hosts: string[]): Promise<void> => {
  const { put } = await as(['settings']);
  await put('/v1/settings/redirect-hosts', hosts);
};

type Draft = z.input<typeof FormDefinition>;

/** A form that asks for an address and whether to send news; with what differs from that. */
export const aDefinition = (draft: Partial<Draft> = {}): Draft => ({
  locale: 'en',
  locales: ['en', 'da'],
  origins: [site],
  submit: { en: 'Sign up', da: 'Tilmeld' },
  done: { title: { en: 'Thanks', da: 'Tak' }, text: { en: 'Noted.', da: 'Noteret.' } },
  inactive: { en: 'Closed.', da: 'Lukket.' },
  sections: [
    {
      key: 'main',
      fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true }],
      purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter', 'invitations'] }],
    },
  ],
  ...draft,
});

/** A form whose first section also has these fields. */
export const aFormWith = (
  ...fields: NonNullable<Draft['sections'][number]['fields']>
): Partial<Draft> => {
  const [section] = aDefinition().sections;
  return {
    sections: section ? [{ ...section, fields: [...(section.fields ?? []), ...fields] }] : [],
  };
};

/** Purposes ship without a privacy link, and no form is published before they have one. */
const linkPurposes = async (): Promise<void> => {
  await env.DB.prepare(
    "UPDATE purpose_text SET privacy_url = 'https://site.test/privacy' WHERE privacy_url = ''",
  ).run();
  forgetRemembered();
};

/** Publishes a form under a key of its own, or a new version of the one named. */
export const aForm = async (draft: Partial<Draft> = {}, key = `form-${crypto.randomUUID()}`) => {
  await linkPurposes();
  const { put } = await as(['forms']);
  const response = await put(`/v1/forms/${key}`, aDefinition(draft));
  if (!response.ok) throw new Error(await response.text());
  return key;
};

/** What a widget is answered for a form. */
export const formAnswer = async (key: string, locale = 'en', part = 'form'): Promise<FormAnswer> =>
  FormAnswer.parse(await (await get(`/v1/forms/${key}?locale=${locale}&part=${part}`)).json());

export const openForm = async (key: string, locale = 'en', part = 'form'): Promise<OpenForm> => {
  const answer = await formAnswer(key, locale, part);
  if (!answer.active) throw new Error('The form is closed.');
  return answer;
};

export type Sent = {
  headers?: Record<string, string>;
  body?: Partial<z.input<typeof SubmissionBody>>;
};

/** The request by which the widget sends a submission: its path, and what it is called with. */
export const submission = (form: string, { headers = {}, body = {} }: Sent = {}) =>
  [
    `/v1/forms/${form}/submissions`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: site,
        'CF-Connecting-IP': anIp(),
        ...headers,
      },
      body: JSON.stringify({
        version: 1,
        locale: 'en',
        fields: { email: anEmail() },
        page: `${site}/page`,
        ...body,
      }),
    },
  ] as const;

/** Sends a submission as the widget does. */
export const send = (form: string, sent: Sent = {}): Promise<Response> =>
  call(...submission(form, sent));

/** A yes to news, and to the newsletter of it. */
export const yes = {
  purposes: { 'e-marketing': true },
  subscriptions: { newsletter: true },
};

/** Signs an address up for news. */
export const signUp = (form: string, email: string, body: Sent['body'] = {}) =>
  send(form, { body: { fields: { email }, ...(body.purposes ? {} : yes), ...body } });

export const problemOf = async (response: Response): Promise<Problem> =>
  Problem.parse(await response.json());

/** The person behind an address, read through the API; undefined where there is none. */
export const findPerson = async (email: string) => {
  const { get } = await as(['people-read']);
  const response = await get(`/v1/people?email=${encodeURIComponent(email)}`);
  return PeopleFound.parse(await response.json()).people[0];
};

/** A person's whole ledger, read through the API. */
export const recordsOf = async (email: string) => {
  const person = await findPerson(email);
  if (!person) return [];
  const { get } = await as(['people-read']);
  const answer = await get(`/v1/people/${person.id}/records?limit=500`);
  return RecordsAnswer.parse(await answer.json()).records;
};

/** What holds for an address, as `item: decision`. */
export const standingsOf = async (email: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    ((await findPerson(email))?.standings ?? []).map(({ purpose, subscription, decision }) => [
      purpose ?? subscription ?? '',
      decision,
    ]),
  );

const Count = z.object({ count: z.number() });

/** How many rows a query counts as `count`. */
export const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  Count.parse(
    await env.DB.prepare(sql)
      .bind(...values)
      .first(),
  ).count;

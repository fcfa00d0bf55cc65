import { z } from 'zod';
import { FormView } from '../contract/form.ts';
import { codeOf } from '../entry/code.ts';
import type { Env } from '../env.ts';
import { codeFor } from '../identity/code.ts';
import { hasLinkKeys } from '../identity/keys.ts';
import { signLink } from '../identity/link.ts';
import { preferencesLink } from '../mailing/audience.ts';
import { wordsOf } from '../pages/words.ts';
import { readReceiptOf } from '../receipts/store.ts';
import { readRequest } from '../requests/store.ts';
import { readSetting, settings } from '../settings/store.ts';
import type { Item, Letter } from './letter.ts';
import type { Due } from './outbox.ts';
import { readTexts, type Template } from './templates.ts';

/** What a letter says beyond its own words. */
export type Contents = {
  values: Record<string, string>;
  items?: Item[];
  code?: string;
  url?: string;
};

/** Makes the contents of a letter; null when what it was about is gone, and it need not go out. */
export type Composer = (env: Env, due: Due) => Promise<Contents | null>;

const SubmissionFacts = z.object({ submission: z.string(), host: z.string().optional() });

/** The privacy notice (GDPR art. 13): what was shown and for which purposes, in the visitor's words. */
const privacyNotice: Composer = async (env, { facts, person }) => {
  const { submission, host } = SubmissionFacts.parse(facts);
  const receipt = await readReceiptOf(env.DB, submission);
  if (!receipt) return null;
  const view = FormView.parse(receipt.statement.content);
  const decided = new Set(receipt.decisions.map(({ purpose }) => purpose));
  const items = view.sections
    .flatMap(({ purposes }) => purposes)
    .filter(({ key }) => decided.has(key))
    .map(({ title, description, privacyTitle, privacyUrl }) => ({
      title,
      text: description,
      link: privacyTitle,
      url: privacyUrl,
    }));
  const url = host && hasLinkKeys(env) ? await preferencesLink(env, host, person) : undefined;
  return { values: { page: receipt.page ?? '' }, items, url };
};

const ConfirmationFacts = z.object({ submission: z.string(), host: z.string() });

/** Asks whoever reads it to confirm the address. */
const confirmation: Composer = async (env, { facts }) => {
  const { submission, host } = ConfirmationFacts.parse(facts);
  const receipt = await readReceiptOf(env.DB, submission);
  if (!receipt) return null;
  const hours = await readSetting(env.DB, 'confirm-hours', settings['confirm-hours']);
  const days = await readSetting(env.DB, 'unconfirmed-days', settings['unconfirmed-days']);
  const token = await signLink(env, {
    scope: 'confirm',
    subject: submission,
    seconds: hours * 3600,
  });
  return {
    values: { page: receipt.page ?? host, hours: String(hours), days: String(days) },
    code: await codeFor(env, submission),
    url: `${host}/confirm/${token}`,
  };
};

const EntryFacts = z.object({ entry: z.string(), host: z.string() });
const LINK_SECONDS = 3600;

/** The way into the preference centre. */
const entryLetter: Composer = async (env, { facts, person }) => {
  const { entry, host } = EntryFacts.parse(facts);
  const link = { scope: 'preferences', subject: person, seconds: LINK_SECONDS } as const;
  return {
    values: {},
    code: await codeFor(env, codeOf(entry)),
    url: `${host}/enter/${await signLink(env, link)}`,
  };
};

const RequestFacts = z.object({ request: z.number(), host: z.string().nullable() });

/** About a request of somebody who uses a right; `{grace}` tells when an erasure is carried out. */
const aboutRequest: Composer = async (env, { facts, person, locale }) => {
  const { request: number, host } = RequestFacts.parse(facts);
  const request = await readRequest(env.DB, number);
  if (!request) return null;
  const words = wordsOf(locale);
  const day = (time: number) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time);
  const grace =
    request.state === 'waiting' && request.actsAt
      ? words.waiting.replace('{date}', day(request.actsAt))
      : '';
  return {
    values: { number: String(number), kind: words[request.kind], due: day(request.dueAt), grace },
    url: host && hasLinkKeys(env) ? await preferencesLink(env, host, person) : undefined,
  };
};

const composers: Record<Template, Composer> = {
  'privacy-notice': privacyNotice,
  confirmation,
  entry: entryLetter,
  'request-received': aboutRequest,
  'request-done': aboutRequest,
};

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** The letter that is due, in the person's language; null when it need not go out any more. */
export const compose = async (env: Env, due: Due, sender: string): Promise<Letter | null> => {
  const contents = await composers[due.template](env, due);
  if (!contents) return null;
  const texts = await readTexts(env.DB, due.template, due.locale);
  const values: Record<string, string> = { ...contents.values, sender };
  return {
    locale: texts.locale,
    subject: fill(texts.subject, values),
    body: texts.body
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '{grace}' || values.grace)
      .map((paragraph) =>
        paragraph.trim() === '{purposes}' ? (contents.items ?? []) : fill(paragraph, values),
      ),
    code: contents.code,
    action: contents.url && texts.button ? { label: texts.button, url: contents.url } : undefined,
    footer: fill(texts.footer, values),
  };
};

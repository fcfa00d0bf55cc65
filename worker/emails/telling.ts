// Letters by which the law has us tell somebody something.
import { z } from 'zod';
import { FormView } from '../contract/form.ts';
import { readLists } from '../lists/store.ts';
import { textsIn } from '../locales/shipped.ts';
import { preferencesDays, preferencesLink, unsubscribeLink } from '../people/links.ts';
import { readPerson } from '../people/store.ts';
import type { Env } from '../platform/env.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { hasLinkKeys } from '../platform/signing/keys.ts';
import { showPreferences } from '../visitor/preferences/preferences.ts';
import { readWords } from '../visitor/preferences/store.ts';
import { readReceiptOf } from '../visitor/receipts/store.ts';
import type { Composer } from './contents.ts';
import type { Item } from './letter.ts';
import { usedFor } from './uses.ts';

/** The way into the preference centre, where links can be signed and it is known to which host. */
const wayIn = async (env: Env, host: string | undefined, person: string) =>
  host && hasLinkKeys(env)
    ? preferencesLink(env, host, person, await preferencesDays(env.DB))
    : undefined;

type Described = Record<'title' | 'description' | 'privacyTitle' | 'privacyUrl', string>;

/** A purpose as a letter tells of it. */
const described = ({ title, description, privacyTitle, privacyUrl }: Described): Item => ({
  ...{ title, text: description, link: privacyTitle, url: privacyUrl },
});

/** What a submission leads to names no source: it came by a form. */
const SourceFacts = z.object({
  source: z.string().default('web-form'),
  host: z.string().optional(),
});

/** What a person's data is used for, in today's words; says so where it is used for nothing. */
const keptFor = async (env: Env, person: string, locale: string): Promise<Item[]> => {
  const known = await readPerson(env.DB, person);
  if (!known) return [];
  const { purposes } = (await showPreferences(env.DB, known, locale)).preferences;
  const used = usedFor(known);
  const items = purposes.filter(({ key }) => used.has(key)).map(described);
  return items.length > 0 ? items : [textsIn(locale).noUse];
};

/** The privacy notice to somebody whose data came from elsewhere (GDPR art. 14). */
export const sourceNotice: Composer = async (env, { facts, person, locale }) => {
  const { source, host } = SourceFacts.parse(facts);
  const { sources } = await readWords(env.DB);
  const url = await wayIn(env, host, person);
  const name = wordIn(sources, source, locale)?.name ?? source;
  return {
    values: { source: name, page: name },
    items: await keptFor(env, person, locale),
    url,
  };
};

const SubmissionFacts = z.object({ submission: z.string(), host: z.string().optional() });

/**
 * The privacy notice (GDPR art. 13): the purposes that a submission's data is used for, in the words that
 * the visitor saw. Null where none is left by the time it is sent: what was refused or taken back is no
 * use of theirs. To somebody who came by another source than a form, what they are kept for.
 */
export const privacyNotice: Composer = async (env, about) => {
  const sent = SubmissionFacts.safeParse(about.facts);
  if (!sent.success) return sourceNotice(env, about);
  const { person } = about;
  const { submission, host } = sent.data;
  const [receipt, known] = await Promise.all([
    readReceiptOf(env.DB, submission),
    readPerson(env.DB, person),
  ]);
  if (!receipt || !known) return null;
  const view = FormView.parse(receipt.statement.content);
  const decided = new Set(receipt.decisions.map(({ purpose }) => purpose));
  const used = usedFor(known);
  const items = view.sections
    .flatMap(({ purposes }) => purposes)
    .filter(({ key }) => decided.has(key) && used.has(key))
    .map(described);
  if (items.length === 0) return null;
  const url = await wayIn(env, host, person);
  return { values: { page: receipt.page ?? '' }, items, url };
};

const ChangedFacts = z.object({ purpose: z.string(), host: z.string() });

/** Tells somebody who said yes that the words have changed; null for who has taken it back meanwhile. */
export const purposeChanged: Composer = async (env, { facts, person, locale }) => {
  const { purpose, host } = ChangedFacts.parse(facts);
  const known = await readPerson(env.DB, person);
  const stands = known?.standings.find((standing) => standing.purpose === purpose);
  const { purposes, subscriptionTypes: types } = await readLists(env.DB);
  const texts = purposes.get(purpose)?.texts ?? {};
  const words = inLocale(texts, locale);
  if (stands?.decision !== 'given' || !words) return null;
  const { title, approval, privacyTitle, privacyUrl } = words;
  const received = known?.standings.find(
    ({ subscription = '', decision }) =>
      decision === 'given' && types.get(subscription)?.purpose === purpose,
  )?.subscription;
  return {
    unsubscribe:
      received && hasLinkKeys(env) ? await unsubscribeLink(env, host, person, received) : undefined,
    values: {},
    items: [{ title, text: approval, link: privacyTitle, url: privacyUrl }],
    url: await wayIn(env, host, person),
  };
};

/** What a breach notice tells (GDPR art. 34(2)), in words for the one who reads it. */
export const BreachFacts = z.strictObject({
  nature: z.string().min(1).max(3000),
  consequences: z.string().min(1).max(3000),
  measures: z.string().min(1).max(3000),
  contact: z.string().min(1).max(500),
});
export type BreachFacts = z.infer<typeof BreachFacts>;

export const breachNotice: Composer = async (_, { facts }) => ({
  values: BreachFacts.strip().parse(facts),
});

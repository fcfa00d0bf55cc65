// The notices that the law requires.
import { FormView } from '../contract/form.ts';
import { holds } from '../contract/standing.ts';
import { isYes } from '../ledger/rules.ts';
import { describedBy } from '../lists/names.ts';
import type { SubscriptionType } from '../lists/store.ts';
import { textsIn } from '../locales/shipped.ts';
import { emailFacts } from '../outbox/facts.ts';
import { unsubscribeLink } from '../people/links.ts';
import { type Disclosing, disclosedOf, rightsIn } from '../personal-data/disclosure.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { hasLinkKeys } from '../platform/signing/keys.ts';
import type { Stands } from '../platform/told.ts';
import type { Composer, Composing } from './contents.ts';
import type { Item } from './email.ts';
import { preferencesUrl } from './links.ts';
import { usedFor } from './uses.ts';

type Described = Record<'title' | 'description' | 'privacyTitle' | 'privacyUrl', string>;

/** A purpose as an email describes it, with what the law asks to be said of it. */
export const described = (
  { title, description, privacyTitle, privacyUrl }: Described,
  more: readonly string[],
): Item => ({ title, text: description, more, link: privacyTitle, url: privacyUrl });

/** Says of a purpose what the law asks for, on the legal basis that it stands on for a person. */
const disclosedFor = (
  disclosing: Disclosing,
  standings: readonly Stands[],
  purpose: string,
  locale: string,
): string[] => {
  const basis = standings.find((standing) => standing.purpose === purpose)?.legalBasis;
  return disclosedOf(disclosing, purpose, locale, basis);
};

/** What a person receives under a purpose, and how often. */
const received = (
  types: readonly { key: string; name: string; description: string }[],
  standings: readonly Stands[],
): Item[] =>
  types
    .filter(({ key }) =>
      standings.some(({ subscription, decision }) => subscription === key && isYes(decision)),
    )
    .map(({ name, description }) => ({ title: name, text: description }));

/** Subscription types by their names in a language. */
const namedIn = (types: readonly SubscriptionType[], locale: string) =>
  types.map(({ key, texts }) => {
    const words = inLocale(texts, locale);
    return { key, name: words?.name ?? key, description: words ? describedBy(words) : '' };
  });

/** What a person's data is used for, in today's words; says so where it is used for nothing. */
const usesOf = async ({ readings }: Composing, person: string, locale: string): Promise<Item[]> => {
  const known = await readings.standings(person);
  if (!known) return [];
  const [{ purposes, subscriptionTypes }, disclosing] = await Promise.all([
    readings.lists(),
    readings.disclosing(),
  ]);
  const used = usedFor(known);
  const items = [...purposes.values()]
    .filter(({ key }) => used.has(key))
    .flatMap(({ key, texts }) => {
      const words = inLocale(texts, locale);
      const own = [...subscriptionTypes.values()].filter(({ purpose }) => purpose === key);
      if (!words) return [];
      const more = disclosedFor(disclosing, known, key, locale);
      return [described(words, more), ...received(namedIn(own, locale), known)];
    });
  return items.length > 0 ? items : [textsIn(locale).noUse];
};

/** Gives the privacy notice to a person whose data came from elsewhere (GDPR art. 14). */
export const sourceNotice: Composer = async (composing, { facts, person, locale }) => {
  const { source } = emailFacts['source-notice'].parse(facts);
  const { sources } = await composing.readings.words();
  const name = wordIn(sources, source, locale)?.name ?? source;
  const rights = rightsIn(await composing.readings.disclosing(), locale).join(' ');
  return {
    values: { source: name, page: name, rights },
    items: await usesOf(composing, person, locale),
    url: await preferencesUrl(composing, person),
  };
};

/**
 * Gives the privacy notice (GDPR art. 13): the purposes that a submission's data is used for, in the words
 * that the visitor saw. Null where none is left by the time it is sent: what was refused or withdrawn is no
 * use of theirs. To a person who came by another source than a form, what their data is kept for.
 */
export const privacyNotice: Composer = async (composing, about) => {
  const { submission } = emailFacts['privacy-notice'].parse(about.facts);
  if (submission === undefined) return sourceNotice(composing, about);
  const { readings } = composing;
  const [receipt, known, disclosing] = await Promise.all([
    readings.receipt(submission),
    readings.standings(about.person),
    readings.disclosing(),
  ]);
  if (!receipt || !known) return null;
  const view = FormView.parse(receipt.statement.content);
  const decided = new Set(receipt.decisions.map(({ purpose }) => purpose));
  const used = usedFor(known);
  const items = view.sections
    .flatMap(({ purposes }) => purposes)
    .filter(({ key }) => decided.has(key) && used.has(key))
    .flatMap((purpose) => [
      described(purpose, disclosedFor(disclosing, known, purpose.key, about.locale)),
      ...received(purpose.subscriptions, known),
    ]);
  if (items.length === 0) return null;
  const url = await preferencesUrl(composing, about.person);
  const rights = rightsIn(disclosing, about.locale).join(' ');
  const page = receipt.page ?? '';
  return { values: { source: page, page, rights }, items, url };
};

/** Notifies a person who consented, or was informed, that the wording has changed; null once they said no. */
export const purposeChanged: Composer = async (composing, { facts, person, locale }) => {
  const { env, publicUrl, readings } = composing;
  const { purpose } = emailFacts['purpose-changed'].parse(facts);
  const known = await readings.standings(person);
  const stands = known?.find((standing) => standing.purpose === purpose);
  const { purposes, subscriptionTypes: types } = await readings.lists();
  const texts = purposes.get(purpose)?.texts ?? {};
  const words = inLocale(texts, locale);
  if (!stands || !holds(stands.decision) || !words) return null;
  const { title, privacyTitle, privacyUrl } = words;
  const text = stands.decision === 'informed' ? words.notice : words.approval;
  const received = known?.find(
    ({ subscription = '', decision }) =>
      decision === 'given' && types.get(subscription)?.purpose === purpose,
  )?.subscription;
  return {
    unsubscribe:
      received && hasLinkKeys(env)
        ? await unsubscribeLink(env, publicUrl, person, received)
        : undefined,
    values: {},
    items: [{ title, text, link: privacyTitle, url: privacyUrl }],
    url: await preferencesUrl(composing, person),
  };
};

/** Notifies a person of a breach (GDPR art. 34). */
export const breachNotice: Composer = async (_, { facts }) => ({
  values: emailFacts['breach-notice'].parse(facts),
});

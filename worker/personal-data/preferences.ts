import type { Person, Standing } from '../contract/people.ts';
import type { Named, Preferences, PurposePreference } from '../contract/preferences.ts';
import { isOn } from '../contract/standing.ts';
import { isYes } from '../ledger/rules.ts';
import { makeStatement, type Statement } from '../ledger/statement.ts';
import { namedIn } from '../lists/names.ts';
import { type Entry, readWholeLists, type WholeLists } from '../lists/whole.ts';
import { mayObject, type Stands, subscribedTo } from '../people/ending.ts';
import { readPerson } from '../people/store.ts';
import type { Database } from '../platform/database.ts';
import { chosenIn } from '../platform/in-locale.ts';
import { knownZone } from '../settings/known-brand.ts';
import { readSetting } from '../settings/store.ts';
import { fieldsOf } from './fields.ts';
import { type FilledIn, formsOf, pausesOf, type ShownThen, shownTo } from './store.ts';

/** What a person's own choices are read from besides their standings, by purpose or subscription type. */
type Choices = { pauses: ReadonlyMap<string, number>; shownThen: ReadonlyMap<string, ShownThen> };

/** What the preference centre of a person is composed from, besides the person. */
export type Centre = Choices & {
  lists: WholeLists;
  forms: FilledIn[];
  erasureDays: number;
  timeZone: string;
};

const readChoices = async (db: Database, person: string): Promise<Choices> => {
  const [pauses, shownThen] = await Promise.all([
    pausesOf(db, person, Date.now()),
    shownTo(db, person),
  ]);
  return { pauses, shownThen };
};

/** Reads what the preference centre of a person is composed from, by their id. */
const readCentre = async (db: Database, person: string): Promise<Centre> => {
  const [{ pauses, shownThen }, lists, forms, erasureDays, timeZone] = await Promise.all([
    readChoices(db, person),
    readWholeLists(db),
    formsOf(db, person),
    readSetting(db, 'erasure-days'),
    knownZone(db),
  ]);
  return { pauses, shownThen, lists, forms, erasureDays, timeZone };
};

/** A person with what their preference centre is composed from. */
export type Seen = { person: Person; centre: Centre };

/** Reads a person again, and those parts of their centre that their own save changes. */
export const readAgain = async (db: Database, { person, centre }: Seen): Promise<Seen> => {
  const [now, choices] = await Promise.all([readPerson(db, person.id), readChoices(db, person.id)]);
  return { person: now ?? person, centre: { ...centre, ...choices } };
};

/** A person with what their preference centre is composed from, and the language. */
type Own = Seen & { locale: string };

const standingOf = (
  item: { purpose?: string; subscription?: string },
  { person: { standings }, centre: { lists }, locale }: Own,
) => {
  const found = standings.find(
    ({ purpose, subscription }) => purpose === item.purpose && subscription === item.subscription,
  );
  if (!found)
    return { decision: null, since: null, source: null, sourceLocale: null, record: null };
  const { decision, since, record } = found;
  const source = namedIn(lists.sources, found.source, locale);
  return { decision, since, record, source: source.name, sourceLocale: source.locale };
};

/** Names what of all that stands would end. */
const endsOf = (standings: readonly Stands[], { centre: { lists }, locale }: Own): Named[] =>
  standings
    .filter(({ decision }) => isYes(decision))
    .map(({ purpose, subscription }) => {
      const { name, locale: own } =
        subscription === undefined
          ? namedIn(lists.purposes, purpose ?? '', locale)
          : namedIn(lists['subscription-types'], subscription, locale);
      return { name, locale: own };
    });

/** How a purpose is changed: by consent, by the right to object, or not at all. */
const changeOf = (
  purpose: Entry<'purposes'>,
  { decision, basis }: { decision: Standing['decision'] | null; basis: string },
  hasTypes: boolean,
): PurposePreference['change'] => {
  // Anyone who was told of a purpose that asks for consent by now has not given it, and may still object.
  if (purpose.explicit && decision !== 'informed') return 'consent';
  return isOn({ decision }) && !mayObject(basis, hasTypes) ? 'none' : 'object';
};

const subscriptionPreference = ({ key, channel, texts }: Entry<'subscription-types'>, own: Own) => {
  const { centre, locale } = own;
  const chosen = chosenIn(texts, locale);
  const { name = key, description = '', frequency = '' } = chosen?.text ?? {};
  return {
    ...standingOf({ subscription: key }, own),
    key,
    channel,
    pausedUntil: centre.pauses.get(key) ?? null,
    locale: chosen?.locale ?? locale,
    name,
    description,
    frequency,
  };
};

const purposePreference = (purpose: Entry<'purposes'>, own: Own): PurposePreference[] => {
  const { key, explicit } = purpose;
  const { person, locale } = own;
  const { shownThen, lists } = own.centre;
  const chosen = chosenIn(purpose.texts, locale);
  if (!purpose.active || !chosen) return [];
  const standing = standingOf({ purpose: key }, own);
  const basis =
    person.standings.find((each) => each.purpose === key)?.legalBasis ?? purpose.legalBasis;
  const types = lists['subscription-types'].filter((type) => type.purpose === key);
  const change = changeOf(purpose, { decision: standing.decision, basis }, types.length > 0);
  // What rests on another ground, and was never told to this person, is no matter of theirs.
  if (!explicit && standing.decision === null) return [];
  const { title = key, approval = '', notice = '', description = '' } = chosen.text;
  const { privacyTitle = '', privacyUrl = '' } = chosen.text;
  return [
    {
      ...standing,
      key,
      change,
      ends: endsOf(
        person.standings.filter(({ subscription }) =>
          types.some((type) => type.key === subscription),
        ),
        own,
      ),
      legalBasis: { key: basis, ...namedIn(lists['legal-bases'], basis, locale) },
      locale: chosen.locale,
      title,
      text: change === 'consent' ? approval : notice,
      shownThen: shownThen.get(key) ?? null,
      description,
      privacyTitle,
      privacyUrl,
      subscriptions: types
        .filter((type) => type.active && Object.keys(type.texts).length > 0)
        .map((type) => subscriptionPreference(type, own)),
    },
  ];
};

/** Exactly the words that are shown, without how anything stands: the same for everybody. */
const shownWords = (locale: string, purposes: readonly PurposePreference[]) => ({
  page: 'preferences',
  locale,
  purposes: purposes.map(
    ({
      key,
      change,
      legalBasis,
      title,
      text,
      description,
      privacyTitle,
      privacyUrl,
      subscriptions,
    }) => ({
      key,
      change,
      legalBasis: {
        key: legalBasis.key,
        name: legalBasis.name,
        description: legalBasis.description,
      },
      title,
      text,
      description,
      privacyTitle,
      privacyUrl,
      subscriptions: subscriptions.map((type) => ({
        key: type.key,
        name: type.name,
        description: type.description,
        frequency: type.frequency,
        channel: type.channel,
      })),
    }),
  ),
});

/** What a person is shown of their own, and what it was composed from. */
export type Shown = {
  seen: Seen;
  preferences: Preferences;
  /** What a change would be recorded on. */
  statement: Statement;
  /** What unsubscribing from everything ends. */
  subscribed: readonly Stands[];
};

/** Composes what a person is shown of their own in a locale. */
export const composePreferences = async (seen: Seen, locale: string): Promise<Shown> => {
  const { person, centre } = seen;
  const own: Own = { person, centre, locale };
  const purposes = centre.lists.purposes.flatMap((purpose) => purposePreference(purpose, own));
  const statement = await makeStatement(shownWords(locale, purposes));
  const subscribed = subscribedTo(person.standings, centre.lists);
  return {
    seen,
    statement,
    subscribed,
    preferences: {
      email: person.email,
      locale,
      statement: statement.sha256,
      purposes,
      ends: endsOf(subscribed, own),
      erasureDays: centre.erasureDays,
      timeZone: centre.timeZone,
      fields: fieldsOf(person, centre.forms),
    },
  };
};

/** Reads and composes what a person is shown of their own in a locale. */
export const showPreferences = async (
  db: Database,
  person: Person,
  locale: string,
): Promise<Shown> =>
  composePreferences({ person, centre: await readCentre(db, person.id) }, locale);

/** Reads a person again with what they are shown of their own in a locale; null where they are gone. */
export const showAnew = async (db: Database, id: string, locale: string): Promise<Shown | null> => {
  const [person, centre] = await Promise.all([readPerson(db, id), readCentre(db, id)]);
  return person && composePreferences({ person, centre }, locale);
};

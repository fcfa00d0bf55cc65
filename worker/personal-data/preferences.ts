import type { Person, Standing } from '../contract/people.ts';
import type { Preferences, PurposePreference } from '../contract/preferences.ts';
import { makeStatement, type Statement } from '../ledger/statement.ts';
import { readTypes, type TypeUnder } from '../ledger/under.ts';
import { type Lists, readLists } from '../lists/store.ts';
import { readPerson } from '../people/store.ts';
import type { Database } from '../platform/database.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { knownZone } from '../settings/known-brand.ts';
import { readSetting } from '../settings/store.ts';
import { fieldsOf } from './fields.ts';
import { type FilledIn, formsOf, pausesOf, readWords, shownTo, type Words } from './store.ts';

const standingOf = (
  standings: readonly Standing[],
  item: { purpose?: string; subscription?: string },
  words: Words,
  locale: string,
) => {
  const found = standings.find(
    ({ purpose, subscription }) => purpose === item.purpose && subscription === item.subscription,
  );
  if (!found) return { decision: null, since: null, source: null, record: null };
  const { decision, since, source, record } = found;
  return { decision, since, record, source: wordIn(words.sources, source, locale)?.name ?? source };
};

/** What a person's own choices are read from besides their standings, by purpose or subscription type. */
type Choices = { pauses: ReadonlyMap<string, number>; shownThen: ReadonlyMap<string, string> };

/** What the preference centre of a person is composed from, besides the person. */
export type Centre = Choices & {
  lists: Lists;
  words: Words;
  forms: FilledIn[];
  /** Every subscription type, also those that are no longer active. */
  types: TypeUnder[];
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
export const readCentre = async (db: Database, person: string): Promise<Centre> => {
  const [{ pauses, shownThen }, lists, words, forms, types, erasureDays, timeZone] =
    await Promise.all([
      readChoices(db, person),
      readLists(db),
      readWords(db),
      formsOf(db, person),
      readTypes(db),
      readSetting(db, 'erasure-days'),
      knownZone(db),
    ]);
  return { pauses, shownThen, lists, words, forms, types, erasureDays, timeZone };
};

/** A person with what their preference centre is composed from. */
export type Seen = { person: Person; centre: Centre };

/** Reads a person again, and those parts of their centre that their own save changes. */
export const readAgain = async (db: Database, { person, centre }: Seen): Promise<Seen> => {
  const [now, choices] = await Promise.all([readPerson(db, person.id), readChoices(db, person.id)]);
  return { person: now ?? person, centre: { ...centre, ...choices } };
};

const purposePreference = (
  key: string,
  { person, centre: { pauses, shownThen, lists, words } }: Seen,
  locale: string,
): PurposePreference[] => {
  const purpose = lists.purposes.get(key);
  const texts = purpose && inLocale(purpose.texts, locale);
  if (!purpose || !texts) return [];
  const standing = standingOf(person.standings, { purpose: key }, words, locale);
  const basis =
    person.standings.find((each) => each.purpose === key)?.legalBasis ?? purpose.legalBasis;
  const { name = basis, description = '' } = wordIn(words.legalBases, basis, locale) ?? {};
  // Anyone who was told of a purpose that asks for consent by now has not given it, and may still object.
  const isConsent = purpose.explicit && standing.decision !== 'informed';
  // What rests on another ground, and was never told to this person, is no matter of theirs.
  if (!isConsent && standing.decision === null) return [];
  return [
    {
      ...standing,
      key,
      change: isConsent ? 'consent' : 'object',
      legalBasis: { key: basis, name, description },
      title: texts.title,
      text: isConsent ? texts.approval : texts.notice,
      shownThen: shownThen.get(key) ?? null,
      description: texts.description,
      privacyTitle: texts.privacyTitle,
      privacyUrl: texts.privacyUrl,
      subscriptions: [...lists.subscriptionTypes.values()]
        .filter((type) => type.purpose === key)
        .map(({ key: subscription, channel, texts: names }) => ({
          ...standingOf(person.standings, { subscription }, words, locale),
          key: subscription,
          channel,
          pausedUntil: pauses.get(subscription) ?? null,
          name: inLocale(names, locale)?.name ?? subscription,
          description: inLocale(names, locale)?.description ?? '',
        })),
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
      legalBasis,
      title,
      text,
      description,
      privacyTitle,
      privacyUrl,
      subscriptions: subscriptions.map(
        ({ key: subscription, name, description: about, channel }) => ({
          key: subscription,
          name,
          description: about,
          channel,
        }),
      ),
    }),
  ),
});

/** What a person is shown of their own, with the statement that a change would be recorded on. */
export type Shown = { preferences: Preferences; statement: Statement };

/** Composes what a person is shown of their own in a locale. */
export const composePreferences = async (seen: Seen, locale: string): Promise<Shown> => {
  const { person, centre } = seen;
  const purposes = [...centre.lists.purposes.keys()].flatMap((key) =>
    purposePreference(key, seen, locale),
  );
  const statement = await makeStatement(shownWords(locale, purposes));
  return {
    statement,
    preferences: {
      email: person.email,
      locale,
      statement: statement.sha256,
      purposes,
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

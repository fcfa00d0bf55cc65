import type { Person, Standing } from '../contract/people.ts';
import type { Preferences, PurposePreference } from '../contract/preferences.ts';
import { makeStatement, type Statement } from '../ledger/statement.ts';
import { type Lists, readLists } from '../lists/store.ts';
import type { Database } from '../platform/database.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { knownZone } from '../settings/known-brand.ts';
import { readSetting } from '../settings/store.ts';
import { correctableFields } from './fields.ts';
import { pausesOf, readWords, shownTo, type Words } from './store.ts';

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

/** What is kept of a person's own, by purpose or subscription type. */
type Own = {
  person: Person;
  pauses: ReadonlyMap<string, number>;
  shownThen: ReadonlyMap<string, string>;
};

const purposePreference = (
  key: string,
  { person, pauses, shownThen }: Own,
  lists: Lists,
  words: Words,
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
export const showPreferences = async (
  db: Database,
  person: Person,
  locale: string,
): Promise<{ preferences: Preferences; statement: Statement }> => {
  const [pauses, shownThen, lists, words, erasureDays, fields, timeZone] = await Promise.all([
    pausesOf(db, person.id, Date.now()),
    shownTo(db, person.id),
    readLists(db),
    readWords(db),
    readSetting(db, 'erasure-days'),
    correctableFields(db, person),
    knownZone(db),
  ]);
  const purposes = [...lists.purposes.keys()].flatMap((key) =>
    purposePreference(key, { person, pauses, shownThen }, lists, words, locale),
  );
  const statement = await makeStatement(shownWords(locale, purposes));
  return {
    statement,
    preferences: {
      email: person.email,
      locale,
      statement: statement.sha256,
      purposes,
      erasureDays,
      timeZone,
      fields,
    },
  };
};

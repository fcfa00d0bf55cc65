import { diffWords } from 'diff';
import { z } from 'zod';
import { readForm } from '../forms/store.ts';
import { readWholeLists, type WholeLists } from '../lists/whole.ts';
import type { Database } from '../platform/database.ts';
import { chosenIn } from '../platform/in-locale.ts';
import { shownWords } from '../proof/shown-words.ts';

/** A piece of a text: as it was and is, taken out since, or put in. */
export type Piece = { text: string; is: 'kept' | 'removed' | 'added' };

/** The properties of what is shown that a visitor reads. */
const READ = new Set([
  'title',
  'intro',
  'label',
  'help',
  'placeholder',
  'text',
  'description',
  'privacyTitle',
  'privacyUrl',
  'name',
  'frequency',
  'submit',
]);

/** The order in which properties are read: a statement has them by the alphabet. */
const ORDER = [
  ...READ,
  'options',
  'fields',
  'purposes',
  'subscriptions',
  'sections',
  'submit',
  'done',
];

const rankOf = (property: string): number => ORDER.lastIndexOf(property);

/** Returns what a visitor reads, in the order in which it is read: known by keys, so that what moved is not another. */
const readIn = (value: unknown, path = ''): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [];
  const properties = Object.entries(value).toSorted(
    ([one], [other]) => rankOf(one) - rankOf(other),
  );
  return properties.flatMap(([property, inner]): [string, string][] => {
    const known = z.object({ key: z.string() }).safeParse(inner).data?.key ?? property;
    const place = `${path}/${known}`;
    if (typeof inner !== 'string') return readIn(inner, place);
    return READ.has(property) && inner !== '' ? [[place, inner]] : [];
  });
};

const piecesOf = (before: string, after: string): Piece[] =>
  diffWords(before, after).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'kept',
  }));

/** Compares what visitors read in two statements: each text that is no longer the same, word by word. */
export const differencesOf = (then: unknown, now: unknown): Piece[][] => {
  const [before, after] = [new Map(readIn(then)), new Map(readIn(now))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((place) => [before.get(place) ?? '', after.get(place) ?? ''] as const)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => piecesOf(one, other));
};

/** What the preference centre shows today in place of what it showed then: the same purposes, by their keys. */
const Then = z.object({
  locale: z.string(),
  purposes: z.array(
    z.looseObject({
      key: z.string(),
      change: z.string(),
      subscriptions: z.array(z.looseObject({ key: z.string() })),
    }),
  ),
});

const preferencesNow = (content: unknown, lists: WholeLists): unknown => {
  const { locale, purposes } = Then.parse(content);
  return {
    purposes: purposes.flatMap((then) => {
      const { key, change, legalBasis, subscriptions } = then;
      const entry = lists.purposes.find((each) => each.key === key && each.active);
      const words = entry && chosenIn(entry.texts, locale)?.text;
      if (!words) return [];
      return {
        key,
        legalBasis,
        title: words.title,
        text: change === 'consent' ? words.approval : words.notice,
        description: words.description,
        privacyTitle: words.privacyTitle,
        privacyUrl: words.privacyUrl,
        subscriptions: subscriptions.flatMap((type) => {
          const known = lists['subscription-types'].find((each) => each.key === type.key);
          const texts = known && chosenIn(known.texts, locale)?.text;
          return known?.active && texts ? { key: known.key, ...texts } : [];
        }),
      };
    }),
  };
};

/**
 * Compares the words of a statement with those that are shown in its place today; null where nothing is, for the
 * form is no longer there in that language.
 */
export const readDifferences = async (db: Database, content: string): Promise<Piece[][] | null> => {
  const words = shownWords(content);
  if (!words) return null;
  const then: unknown = JSON.parse(content);
  if (words.form === null)
    return differencesOf(then, preferencesNow(then, await readWholeLists(db)));
  const form = await readForm(db, words.form);
  const now = form?.current.shown.get(`${words.locale}/${words.part}`)?.view;
  return now ? differencesOf(then, now) : null;
};

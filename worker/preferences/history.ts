import type { Person } from '../contract/people.ts';
import type { HistoryLine } from '../contract/preferences.ts';
import { chooseLocale } from '../forms/locale.ts';
import { recordsOfPerson } from '../ledger/store.ts';
import { readLists } from '../lists/store.ts';
import { readWords } from './store.ts';

const MOST = 1000;

/** Every decision of a person in the words of a locale, newest first. */
export const readHistory = async (
  db: D1Database,
  person: Person,
  locale: string,
): Promise<HistoryLine[]> => {
  const [records, lists, words] = await Promise.all([
    recordsOfPerson(db, person.id, 0, MOST),
    readLists(db),
    readWords(db),
  ]);
  const best = (available: string[]) => chooseLocale([locale], available, 'en');
  const titleOf = (purpose: string | null, subscription: string | null): string => {
    const texts = lists.purposes.get(purpose ?? '')?.texts ?? {};
    const names = lists.subscriptionTypes.get(subscription ?? '')?.texts ?? {};
    return (
      texts[best(Object.keys(texts))]?.title ??
      names[best(Object.keys(names))]?.name ??
      purpose ??
      subscription ??
      ''
    );
  };
  const sourceOf = (key: string): string => {
    const own = words.sources.filter((word) => word.key === key);
    const chosen = best(own.map((word) => word.locale));
    return own.find((word) => word.locale === chosen)?.name ?? key;
  };
  return records
    .map(({ content }) => ({
      recordedAt: content.recordedAt,
      title: titleOf(content.purpose, content.subscription),
      decision: content.decision,
      source: sourceOf(content.source),
      page: content.page,
    }))
    .toReversed();
};

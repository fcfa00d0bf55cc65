import type { Person, RecordProof } from '../contract/people.ts';
import type { HistoryLine } from '../contract/preferences.ts';
import { recordsOfPerson } from '../ledger/store.ts';
import { type Lists, readLists } from '../lists/store.ts';
import type { Database } from '../platform/database.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { readWords, type Words } from './store.ts';

const MOST = 1000;

/** Reads what a person's history is composed from: their records, oldest first. */
export const readPast = (db: Database, person: Person): Promise<RecordProof[]> =>
  recordsOfPerson(db, person.id, 0, MOST);

/** Composes every decision of a person in the words of a locale, newest first. */
export const composeHistory = (
  records: readonly RecordProof[],
  { lists, words }: { lists: Lists; words: Words },
  locale: string,
): HistoryLine[] => {
  const titleOf = (purpose: string | null, subscription: string | null): string =>
    inLocale(lists.purposes.get(purpose ?? '')?.texts ?? {}, locale)?.title ??
    inLocale(lists.subscriptionTypes.get(subscription ?? '')?.texts ?? {}, locale)?.name ??
    purpose ??
    subscription ??
    '';
  return records
    .map(
      ({ decision, content }): HistoryLine => ({
        recordedAt: content.recordedAt,
        title: titleOf(content.purpose, content.subscription),
        decision,
        source: wordIn(words.sources, content.source, locale)?.name ?? content.source,
        page: content.page,
      }),
    )
    .toReversed();
};

/** Reads every decision of a person in the words of a locale, newest first. */
export const readHistory = async (
  db: Database,
  person: Person,
  locale: string,
): Promise<HistoryLine[]> => {
  const [records, lists, words] = await Promise.all([
    readPast(db, person),
    readLists(db),
    readWords(db),
  ]);
  return composeHistory(records, { lists, words }, locale);
};

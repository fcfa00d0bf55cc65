import type { Person, RecordProof } from '../contract/people.ts';
import type { HistoryLine } from '../contract/preferences.ts';
import { recordsOfPerson } from '../ledger/store.ts';
import { namedIn } from '../lists/names.ts';
import { readWholeLists, type WholeLists } from '../lists/whole.ts';
import type { Database } from '../platform/database.ts';

const MOST = 1000;

/** Reads what a person's history is composed from: their records, oldest first. */
export const readPast = (db: Database, person: Person): Promise<RecordProof[]> =>
  recordsOfPerson(db, person.id, 0, MOST);

/** Composes every decision of a person in the words of a locale, newest first. */
export const composeHistory = (
  records: readonly RecordProof[],
  lists: WholeLists,
  locale: string,
): HistoryLine[] =>
  records
    .map(({ decision, content }): HistoryLine => {
      const { id, purpose, subscription, recordedAt, page, statement } = content;
      const source = namedIn(lists.sources, content.source, locale);
      const item =
        purpose === null
          ? namedIn(lists['subscription-types'], subscription ?? '', locale)
          : namedIn(lists.purposes, purpose, locale);
      return {
        recordedAt,
        kind: purpose === null ? 'subscription' : 'purpose',
        title: item.name,
        locale: item.locale,
        decision,
        source: source.name,
        sourceLocale: source.locale,
        page,
        record: id,
        statement,
      };
    })
    .toReversed();

/** Reads every decision of a person in the words of a locale, newest first. */
export const readHistory = async (
  db: Database,
  person: Person,
  locale: string,
): Promise<HistoryLine[]> => {
  const [records, lists] = await Promise.all([readPast(db, person), readWholeLists(db)]);
  return composeHistory(records, lists, locale);
};

import type { RecordProof } from '../../contract/people.ts';
import { recordsOfPerson } from '../../ledger/store.ts';
import type { Database } from '../../platform/database.ts';
import { personOfReceipt, readReceipt } from './store.ts';

/** No person has so many records but in a test. */
const MOST_RECORDS = 10_000;

/** What a receipt proves: its submission, the language of that, and the records that came of it. */
export type Receipted = { submission: string; locale: string; records: RecordProof[] };

/** Reads what a receipt proves; null where there is none. */
export const readReceipted = async (db: Database, id: string): Promise<Receipted | null> => {
  const [receipt, person] = await Promise.all([readReceipt(db, id), personOfReceipt(db, id)]);
  if (!receipt || !person) return null;
  const { submission, locale } = receipt;
  const records = (await recordsOfPerson(db, person.id, 0, MOST_RECORDS)).filter(
    ({ content }) => content.submission === submission,
  );
  return { submission, locale, records };
};

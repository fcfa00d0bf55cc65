import type { RecordProof } from '../contract/people.ts';
import { recordsOfPerson } from '../ledger/store.ts';
import type { Database } from '../platform/database.ts';

/** No person has so many records but in a test. */
const MOST_RECORDS = 10_000;

/** Records to prove: those that it is about, and what was recorded later of the same things. */
export type Chosen = { about: RecordProof[]; after: RecordProof[] };

const isSameAct = ({ content }: RecordProof, other: RecordProof): boolean =>
  content.submission === null
    ? content.recordedAt === other.content.recordedAt && other.content.submission === null
    : content.submission === other.content.submission;

const isSameItem = ({ content }: RecordProof, other: RecordProof): boolean =>
  content.purpose === other.content.purpose && content.subscription === other.content.subscription;

/** Takes a record with those of the same act, and what came after; null where there is none with that id. */
const chooseRecord = (records: readonly RecordProof[], id: string): Chosen | null => {
  const chosen = records.find(({ content }) => content.id === id);
  if (!chosen) return null;
  const about = records.filter((record) => isSameAct(chosen, record));
  const last = about.at(-1)?.sequence ?? chosen.sequence;
  return {
    about,
    after: records.filter(
      (record) => record.sequence > last && about.some((one) => isSameItem(one, record)),
    ),
  };
};

/** Reads a person's records to prove: all of them, or one with its act and what came after; null where there are none. */
export const readChosen = async (
  db: Database,
  person: string,
  record: string | undefined,
): Promise<Chosen | null> => {
  const records = await recordsOfPerson(db, person, 0, MOST_RECORDS);
  if (record !== undefined) return chooseRecord(records, record);
  return records.length > 0 ? { about: records, after: [] } : null;
};

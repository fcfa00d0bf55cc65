import type { OlderWording, Wordings } from '../contract/lists.ts';
import { type GivenOn, givenOn, type Wording } from '../ledger/wordings.ts';
import type { Database } from '../platform/database.ts';
import type { Entry } from './whole.ts';
import { readWholeLists } from './whole.ts';

/** Whether words are those that a purpose has now, in any of its languages. */
const isCurrent = ({ title, text, description }: Wording, { texts }: Entry): boolean =>
  Object.values(texts).some(
    (now) =>
      now.title === title &&
      (now.approval === text || now.notice === text) &&
      now.description === description,
  );

const same = (one: OlderWording, { locale, wording }: GivenOn): boolean =>
  one.locale === locale &&
  one.title === wording.title &&
  one.text === wording.text &&
  one.description === wording.description;

/** What those who stand as given had read, against the words of now. `statements` are those with older words. */
export const wordingsOf = async (db: Database, purpose: string): Promise<Wordings> => {
  const [given, { purposes }] = await Promise.all([givenOn(db, purpose), readWholeLists(db)]);
  const entry = purposes.find(({ key }) => key === purpose);
  const wordings: Wordings = { current: 0, older: [], statements: [] };
  for (const each of given) {
    const { statement, locale, count, wording } = each;
    if (entry && isCurrent(wording, entry)) {
      wordings.current += count;
      continue;
    }
    wordings.statements.push(statement);
    const known = wordings.older.find((older) => same(older, each));
    if (known) known.count += count;
    else wordings.older.push({ ...wording, locale, count });
  }
  return wordings;
};

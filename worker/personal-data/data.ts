import { connectedOf } from '../connectors/notes.ts';
import type { KeptData } from '../contract/data.ts';
import type { Person } from '../contract/people.ts';
import { recordsOfPerson } from '../ledger/store.ts';
import { readBouncedAt } from '../people/bounces.ts';
import type { Database } from '../platform/database.ts';
import { csvLine } from '../platform/tables/csv.ts';
import { requestsOf } from '../requests/store.ts';
import { alsoKeptOf, emailsOf, pausesOf, submissionsOf } from './store.ts';

const MOST_RECORDS = 5000;

/** Everything that is kept of a person (GDPR art. 15 and 20), for themselves. */
export const readData = async (db: Database, person: Person): Promise<KeptData> => {
  const [submissions, records, requests, bouncedAt, pauses, emails, also, tools] =
    await Promise.all([
      submissionsOf(db, person.id),
      recordsOfPerson(db, person.id, 0, MOST_RECORDS),
      requestsOf(db, person.id),
      readBouncedAt(db, person.id),
      pausesOf(db, person.id, Date.now()),
      emailsOf(db, person.id),
      alsoKeptOf(db, person.id),
      connectedOf(db, person.id),
    ]);
  return {
    person,
    submissions,
    records,
    requests,
    bouncedAt,
    ...also,
    tools,
    pauses: Object.fromEntries(pauses),
    emails,
  };
};

/** One line for each value, whatever its depth: `submissions.0.fields.email`. */
const leaves = (value: unknown, path: string): [string, string][] => {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path ? `${path}.${name}` : name),
  );
};

/** The same as a table of two columns, for those who would rather open it in a spreadsheet. */
export const dataAsCsv = (data: KeptData): string =>
  [['what', 'value'], ...leaves(data, '')].map((cells) => csvLine(cells)).join('');

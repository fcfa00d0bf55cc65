// What emails have in common is read once for all of them, and what each is about is read together.
import type { EmailTexts, TemplateName } from '../contract/emails.ts';
import type { Receipt } from '../contract/submission.ts';
import { type Lists, readLists } from '../lists/store.ts';
import { knownTexts } from '../outbox/templates.ts';
import { readStandingsOfEmails } from '../people/store.ts';
import { type Disclosing, knownDisclosing } from '../personal-data/disclosure.ts';
import { readWords, type Words } from '../personal-data/store.ts';
import type { Database } from '../platform/database.ts';
import type { Stands, Told } from '../platform/told.ts';
import { knownBrand, knownTerms, type Terms } from '../settings/known-brand.ts';
import { readReceiptsOf } from '../visitor/receipts/store.ts';

/** What composing reads; each thing at most once. */
export type Readings = {
  texts: (template: TemplateName, locale: string) => Promise<EmailTexts & { locale: string }>;
  lists: () => Promise<Lists>;
  words: () => Promise<Words>;
  disclosing: () => Promise<Disclosing>;
  terms: () => Promise<Terms>;
  /** What stands for a person; null where there is none any more. */
  standings: (person: string) => Promise<readonly Stands[] | null>;
  /** The proof of a submission that one of the emails is about; null where it is gone. */
  receipt: (submission: string) => Promise<Receipt | null>;
  /** Reads at once what most emails need. */
  ahead: () => Promise<void>;
};

/** Remembers what a function answers; what failed is asked again. */
const remember = <Value>(read: () => Promise<Value>) => {
  let known: Promise<Value> | undefined;
  return (): Promise<Value> => {
    if (known) return known;
    const value = read();
    known = value;
    value.catch(() => {
      known = undefined;
    });
    return value;
  };
};

const readShared = (db: Database) =>
  Promise.all([knownTexts, knownTerms, knownDisclosing, knownBrand].map((read) => read(db)));

/** Makes the readings for emails that are sent together, by their ids. */
export const readingsFor = (db: Database, emails: readonly string[]): Readings => {
  const standings = remember(() => readStandingsOfEmails(db, emails));
  const receipts = remember(() => readReceiptsOf(db, emails));
  return {
    texts: async (template, locale) => (await knownTexts(db))(template, locale),
    lists: remember(() => readLists(db)),
    words: remember(() => readWords(db)),
    disclosing: () => knownDisclosing(db),
    terms: () => knownTerms(db),
    standings: async (person) => (await standings()).get(person) ?? null,
    receipt: async (submission) => (await receipts()).get(submission) ?? null,
    ahead: async () => {
      await Promise.all([standings(), receipts(), readShared(db)]);
    },
  };
};

/** Makes the readings for one email, of which what was decided is known: that is not read again. */
export const readingsOf = (db: Database, { id, person, receipt, standings }: Told): Readings => {
  const readings = readingsFor(db, [id]);
  return {
    ...readings,
    receipt: async (submission) =>
      submission === receipt.submission ? receipt : readings.receipt(submission),
    standings: async (of) => (of === person && standings ? standings : readings.standings(of)),
    ahead: async () => {
      await readShared(db);
    },
  };
};

// What emails have in common is read once for all of them, and what each is about is read together.
import type { EmailTemplate, EmailTexts } from '../contract/emails.ts';
import type { Person } from '../contract/people.ts';
import type { Receipt } from '../contract/submission.ts';
import { type Lists, readLists } from '../lists/store.ts';
import { readTextsOf } from '../outbox/templates.ts';
import { preferencesDays } from '../people/links.ts';
import { readPeopleOf } from '../people/store.ts';
import { type Disclosing, readDisclosing } from '../personal-data/disclosure.ts';
import { readWords, type Words } from '../personal-data/store.ts';
import type { Database } from '../platform/database.ts';
import { knownBrand } from '../settings/known-brand.ts';
import { readSetting } from '../settings/store.ts';
import { readReceiptsOf } from '../visitor/receipts/store.ts';

/** What composing reads; each thing at most once. */
export type Readings = {
  texts: (template: EmailTemplate, locale: string) => Promise<EmailTexts & { locale: string }>;
  lists: () => Promise<Lists>;
  words: () => Promise<Words>;
  disclosing: () => Promise<Disclosing>;
  preferencesDays: () => Promise<number>;
  confirmHours: () => Promise<number>;
  unconfirmedDays: () => Promise<number>;
  person: (id: string) => Promise<Person | null>;
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

/** Makes the readings for emails that are sent together, by their ids. */
export const readingsFor = (db: Database, emails: readonly string[]): Readings => {
  const people = remember(() => readPeopleOf(db, emails));
  const receipts = remember(() => readReceiptsOf(db, emails));
  const texts = remember(() => readTextsOf(db, emails));
  const days = remember(() => preferencesDays(db));
  const disclosing = remember(() => readDisclosing(db));
  const confirmHours = remember(() => readSetting(db, 'confirm-hours'));
  const unconfirmedDays = remember(() => readSetting(db, 'unconfirmed-days'));
  return {
    texts: async (template, locale) => (await texts())(template, locale),
    lists: remember(() => readLists(db)),
    words: remember(() => readWords(db)),
    disclosing,
    preferencesDays: days,
    confirmHours,
    unconfirmedDays,
    person: async (id) => (await people()).get(id) ?? null,
    receipt: async (submission) => (await receipts()).get(submission) ?? null,
    ahead: async () => {
      await Promise.all([
        people(),
        receipts(),
        texts(),
        days(),
        confirmHours(),
        unconfirmedDays(),
        disclosing(),
        knownBrand(db),
      ]);
    },
  };
};

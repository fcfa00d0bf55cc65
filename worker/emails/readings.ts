// What emails have in common is read once for all of them, and people are read together.
import type { EmailTemplate, EmailTexts } from '../contract/emails.ts';
import type { Person } from '../contract/people.ts';
import { type Lists, readLists } from '../lists/store.ts';
import { readTexts } from '../outbox/templates.ts';
import { preferencesDays } from '../people/links.ts';
import { readPeople } from '../people/store.ts';
import { readWords, type Words } from '../personal-data/store.ts';
import type { Database } from '../platform/database.ts';
import { readSetting } from '../settings/store.ts';

/** What composing reads; each thing at most once. */
export type Readings = {
  texts: (template: EmailTemplate, locale: string) => Promise<EmailTexts & { locale: string }>;
  lists: () => Promise<Lists>;
  words: () => Promise<Words>;
  preferencesDays: () => Promise<number>;
  confirmHours: () => Promise<number>;
  unconfirmedDays: () => Promise<number>;
  person: (id: string) => Promise<Person | null>;
};

/** Remembers what a function answers for each name; what failed is asked again. */
const remember = <Value>(read: (name: string) => Promise<Value>) => {
  const known = new Map<string, Promise<Value>>();
  return (name = ''): Promise<Value> => {
    const value = known.get(name) ?? read(name);
    known.set(name, value);
    value.catch(() => known.delete(name));
    return value;
  };
};

/** Makes the readings for emails that are sent together to some people. */
export const readingsFor = (db: Database, people: readonly string[]): Readings => {
  const all = remember(() => readPeople(db, people));
  const texts = new Map<EmailTemplate, Readings['texts']>();
  const textsOf = (template: EmailTemplate): Readings['texts'] => {
    const inLocale = remember((locale) => readTexts(db, template, locale));
    return (_, locale) => inLocale(locale);
  };
  return {
    texts: (template, locale) => {
      const read = texts.get(template) ?? textsOf(template);
      texts.set(template, read);
      return read(template, locale);
    },
    lists: remember(() => readLists(db)),
    words: remember(() => readWords(db)),
    preferencesDays: remember(() => preferencesDays(db)),
    confirmHours: remember(() => readSetting(db, 'confirm-hours')),
    unconfirmedDays: remember(() => readSetting(db, 'unconfirmed-days')),
    person: async (id) => (await all()).get(id) ?? null,
  };
};

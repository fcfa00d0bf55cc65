import type { ListName } from '../../contract/lists.ts';
import { type Entry, readWholeLists, type WholeLists } from '../../lists/whole.ts';
import type { Database } from '../../platform/database.ts';

/** What an entry of a list is called in a language. */
export const nameOf = ({ key, texts }: Entry, locale: string): string => {
  const words = texts[locale] ?? texts.en ?? Object.values(texts)[0];
  return words?.title ?? words?.name ?? key;
};

/** The lists as a screen needs them: names in its language, and choices of what is active. */
export type Names = {
  lists: WholeLists;
  name: (list: ListName, key: string) => string;
  choices: (list: ListName, all?: boolean) => (readonly [string, string])[];
};

export const readNames = async (db: Database, locale: string): Promise<Names> => {
  const lists = await readWholeLists(db);
  return {
    lists,
    name: (list, key) => {
      const entry = lists[list].find((each) => each.key === key);
      return entry ? nameOf(entry, locale) : key;
    },
    choices: (list, all = false) =>
      lists[list]
        .filter(({ active }) => all || active)
        .map((entry) => [entry.key, nameOf(entry, locale)] as const),
  };
};

import type { ListName } from '../../contract/lists.ts';
import { type Entry, readWholeLists, type WholeLists } from '../../lists/whole.ts';
import type { Database } from '../../platform/database.ts';
import { inLocale } from '../../platform/in-locale.ts';

/** Returns the name of a list's entry in the locale that fits best. */
export const entryName = ({ key, texts }: Entry, locale: string): string => {
  const words = inLocale(texts, locale);
  return words?.title ?? words?.name ?? key;
};

/** The lists as a screen shows them: names in the user's language, and options for its selects. */
export type Names = {
  lists: WholeLists;
  name: (list: ListName, key: string) => string;
  /** Key and name of each active entry; of every entry if `all`. */
  choices: (list: ListName, all?: boolean) => (readonly [string, string])[];
};

/** Reads the lists once for a screen in this language. */
export const readNames = async (db: Database, locale: string): Promise<Names> => {
  const lists = await readWholeLists(db);
  return {
    lists,
    name: (list, key) => {
      const entry = lists[list].find((each) => each.key === key);
      return entry ? entryName(entry, locale) : key;
    },
    choices: (list, all = false) =>
      lists[list]
        .filter(({ active }) => all || active)
        .map((entry) => [entry.key, entryName(entry, locale)] as const),
  };
};

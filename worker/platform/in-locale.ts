import { chooseLocale } from './locale.ts';

type Texts<Text> = Readonly<Record<string, Text>>;

/** A text in the locale that fits best, else in whichever there is. */
export const inLocale = <Text>(texts: Texts<Text>, locale: string): Text | undefined =>
  texts[chooseLocale([locale], Object.keys(texts), 'en')] ?? Object.values(texts)[0];

type Word = { key: string; locale: string; name: string };

/** The word for a key in the locale that fits best. */
export const wordIn = <Each extends Word>(words: readonly Each[], key: string, locale: string) => {
  const own = words.filter((word) => word.key === key);
  const chosen = chooseLocale(
    [locale],
    own.map((word) => word.locale),
    'en',
  );
  return own.find((word) => word.locale === chosen);
};

import { chooseLocale } from './locale.ts';

type Texts<Text> = Readonly<Record<string, Text>>;

/** A text in the locale that fits best, else in whichever there is; with the locale that it is in. */
export const chosenIn = <Text>(
  texts: Texts<Text>,
  locale: string,
): { locale: string; text: Text } | undefined => {
  const chosen = chooseLocale([locale], Object.keys(texts), 'en');
  const text = texts[chosen];
  if (text !== undefined) return { locale: chosen, text };
  const [first] = Object.entries(texts);
  return first && { locale: first[0], text: first[1] };
};

/** A text in the locale that fits best, else in whichever there is. */
export const inLocale = <Text>(texts: Texts<Text>, locale: string): Text | undefined =>
  chosenIn(texts, locale)?.text;

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

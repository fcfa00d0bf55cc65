import { PersonField } from '../../contract/definition.ts';
import { acceptedLocales, chooseLocale } from '../../platform/locale.ts';
import type { ConsoleContext } from './app.ts';
import { da } from './words/da.ts';
import { en, type Words } from './words/en.ts';
import { personFieldWords } from './words/person-fields.ts';

export type { Words } from './words/en.ts';

/** The languages of the console. */
export type ConsoleLocale = 'en' | 'da';

/** The languages of the console by name, for a select. */
export const consoleLanguages = [
  ['en', 'English'],
  ['da', 'Dansk'],
] as const;

const words: Record<ConsoleLocale, Words> = { en, da };

/** Returns the language of the signed-in user; before sign-in, of the browser. */
export const localeOf = (c: ConsoleContext): ConsoleLocale =>
  c.get('user')?.locale ??
  chooseLocale(acceptedLocales(c.req.header('Accept-Language')), ['en', 'da'], 'en');

/** Returns the words that all screens share, in the user's language. */
export const wordsOf = (c: ConsoleContext): Words => words[localeOf(c)];

/** The same for a part of a screen that knows only the language. */
export const wordsIn = (locale: ConsoleLocale): Words => words[locale];

/** Returns a screen's own words in the user's language. Danish has every key that English has. */
export const localised = <Own>(c: ConsoleContext, own: Record<ConsoleLocale, Own>): Own =>
  own[localeOf(c)];

/** Returns the name of a language in the user's language; the tag itself if it is not one. */
export const languageName = (c: ConsoleContext, tag: string): string => {
  try {
    return new Intl.DisplayNames([localeOf(c)], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** Names a detail that is kept of people in the user's language; undefined for any other. */
export const personFieldName = (c: ConsoleContext, field: string): string | undefined => {
  const known = PersonField.safeParse(field);
  return known.success ? localised(c, personFieldWords)[known.data] : undefined;
};

/** Writes a number as the user's language does. */
export const formatNumber = (c: ConsoleContext, value: number): string =>
  new Intl.NumberFormat(localeOf(c)).format(value);

type Values = Readonly<Record<string, unknown>>;

/** Replaces each `{name}` in a text by its value. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** A text in the singular and the plural; English and Danish have no other forms. */
export type Counted = { one: string; other: string };

const pluralRules: Record<ConsoleLocale, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  da: new Intl.PluralRules('da'),
};

/** Fills the form of a text that agrees with `count`, which replaces `{n}`. */
export const fillCount = (
  c: ConsoleContext,
  text: Counted,
  count: number,
  values: Values = {},
): string => {
  const isOne = pluralRules[localeOf(c)].select(count) === 'one';
  return fill(isOne ? text.one : text.other, { n: count, ...values });
};

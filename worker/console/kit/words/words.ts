import type { Context } from 'hono';
import type { ConsoleApp } from '../app.ts';
import { da } from './da.ts';
import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

/** The languages that the console speaks. */
export type ConsoleLocale = 'en' | 'da';

const words: Record<ConsoleLocale, Words> = { en, da };

/** The language of whoever is signed in; before that, of the browser. */
export const localeOf = (c: Context<ConsoleApp>): ConsoleLocale =>
  c.get('user')?.locale ?? (/^da\b/i.test(c.req.header('Accept-Language') ?? '') ? 'da' : 'en');

/** The shared words in the language of whoever looks. */
export const wordsOf = (c: Context<ConsoleApp>): Words => words[localeOf(c)];

/** A screen's own words in that language. Danish has every word that English has. */
export const said = <Own>(c: Context<ConsoleApp>, own: Record<ConsoleLocale, Own>): Own =>
  own[localeOf(c)];

/** What a language tag is called by whoever looks; the tag itself where it is none. */
export const languageName = (c: Context<ConsoleApp>, tag: string): string => {
  try {
    return new Intl.DisplayNames([localeOf(c)], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** Puts values in the place of `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

import { locales, type OwnLocale } from '../../widget/locales/texts.ts';
import { canonicalLocale } from '../contract/locale.ts';
import type { AppContext } from '../platform/env.ts';
import { acceptedLocales, chooseLocale } from '../platform/locale.ts';

/** Returns the language that ships with us and serves a tag best: `da-DK` → `da`, `nn` → `nb`, else English. */
export const ownLocaleFor = (...wanted: string[]): OwnLocale => chooseLocale(wanted, locales, 'en');

/** Returns the language for a visitor whom we do not know: those named first, then those of their browser. */
export const visitorLocale = (c: AppContext, ...first: string[]): OwnLocale =>
  ownLocaleFor(...first, ...acceptedLocales(c.req.header('Accept-Language')));

/** Returns the language that a page is asked for in by `?locale=`, as a language switch does, or else another. */
export const pageLocale = (c: AppContext, otherwise: string): string => {
  const asked = canonicalLocale(c.req.query('locale') ?? '');
  return asked ? ownLocaleFor(asked) : otherwise;
};

/** Returns an address of ours that stays in the language that this page was asked for in. */
export const inItsLanguage = (c: AppContext, path: string): string =>
  c.req.query('locale') ? `${path}?${new URLSearchParams({ locale: pageLocale(c, '') })}` : path;

/** Names a language in another one. */
export const languageName = (tag: string, locale: string): string =>
  new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(tag) ?? tag;

/** Names a country (ISO 3166-1) in a language. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(code) ?? code;

type Unit = 'hour' | 'day' | 'year';

/** Says how long in words and the right plural: `48 hours`, `1 godzina`. */
export const durationIn = (locale: string, amount: number, unit: Unit): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);

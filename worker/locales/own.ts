import { locales, type OwnLocale } from '../../widget/locales/texts.ts';
import type { AppContext } from '../platform/env.ts';
import { acceptedLocales, chooseLocale } from '../platform/locale.ts';

/** Returns the language that ships with us and serves a tag best: `da-DK` → `da`, `nn` → `nb`, else English. */
export const ownLocaleFor = (...wanted: string[]): OwnLocale => chooseLocale(wanted, locales, 'en');

/** Returns the language for a visitor whom we do not know: those named first, then those of their browser. */
export const visitorLocale = (c: AppContext, ...first: string[]): OwnLocale =>
  ownLocaleFor(...first, ...acceptedLocales(c.req.header('Accept-Language')));

import { locales, type OwnLocale } from '../../widget/locales/texts.ts';
import { chooseLocale } from '../platform/locale.ts';

/** Returns the language that ships with us and serves a tag best: `da-DK` → `da`, `nn` → `nb`, else English. */
export const ownLocaleFor = (...wanted: string[]): OwnLocale => chooseLocale(wanted, locales, 'en');

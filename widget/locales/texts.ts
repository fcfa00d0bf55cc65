/** The widget's own texts in one locale; a form's texts come with its definition. */
export type Texts = {
  optional: string;
  required: string;
  noEmail: string;
  noTel: string;
  choose: string;
  tick: string;
  email: string;
  tel: string;
  integer: string;
  date: string;
  file: string;
  short: string;
  long: string;
  min: string;
  max: string;
  summary: string;
  next: string;
  back: string;
  step: string;
  more: string;
  tab: string;
  receive: string;
  sending: string;
  failed: string;
  offline: string;
  busy: string;
  retry: string;
  close: string;
  pick: string;
  trap: string;
};

/** The locales there is a file for, beside this one. */
export const locales = [
  'en',
  'da',
  'de',
  'sv',
  'nb',
  'nl',
  'fi',
  'fr',
  'es',
  'it',
  'pl',
  'ar',
] as const;
export type OwnLocale = (typeof locales)[number];

/** Which way a language is written, by its likely script. */
export const directionOf = (tag: string): 'rtl' | 'ltr' =>
  /Ara|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg/.test(new Intl.Locale(tag).maximize().script ?? '')
    ? 'rtl'
    : 'ltr';

/** Puts values in the place of `{n}` and `{of}`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/**
 * The locale file that serves a language tag: `da-DK` → `da`, `no` and `nn` → `nb`, else English. It chooses as
 * the Worker's lookup does, in the few bytes that every page can pay.
 */
export const ownLocale = (tag: string): OwnLocale => {
  const language = tag
    .split(/[-_]/)[0]
    ?.toLowerCase()
    .replace(/^n[on]$/, 'nb');
  return locales.find((locale) => locale === language) ?? 'en';
};

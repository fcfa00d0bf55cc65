import type { Preferences } from '../../worker/contract/preferences.ts';

/** Writes days of the operator's calendar in words, of moments in UTC ms. */
export const daysIn = ({ locale, timeZone }: Preferences): ((time: number) => string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format;

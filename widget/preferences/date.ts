import type { Preferences } from '../../worker/contract/preferences.ts';

/** A day in words, of a moment in UTC ms. */
export const dateIn = ({ locale, timeZone }: Preferences, time: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(time);

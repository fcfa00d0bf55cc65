import type { Preferences } from '../../worker/contract/preferences.ts';

/** Writes moments (UTC ms) and numbers of months in words, by the operator's calendar. */
export type Formats = {
  day: (time: number) => string;
  /** A day with its time. */
  moment: (time: number) => string;
  months: (count: number) => string;
};

const make = ({ locale, timeZone }: Preferences): Formats => ({
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format,
  moment: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
    .format,
  months: new Intl.NumberFormat(locale, { style: 'unit', unit: 'month', unitDisplay: 'long' })
    .format,
});

let last: { name: string; formats: Formats } | undefined;

/** Returns the formats of a view. Those of the last language are kept: making one takes longer than all its uses. */
export const formatsOf = (view: Preferences): Formats => {
  const name = `${view.locale} ${view.timeZone}`;
  if (last?.name !== name) last = { name, formats: make(view) };
  return last.formats;
};

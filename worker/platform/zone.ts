import { Temporal } from 'temporal-polyfill';

// Days and months by the calendar of a time zone (an IANA name). All moments are UTC in milliseconds.

const localOf = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** Names the day that a moment is on: `2026-11-25`. */
export const dayIn = (zone: string, at: number): string =>
  localOf(zone, at).toPlainDate().toString();

/** Returns when a day begins. */
export const startOfDay = (zone: string, day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** Returns when a day is over: the first moment of the next, which is 23 to 25 hours after it began. */
export const endOfDay = (zone: string, day: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;

/** Names so many days up to that of a moment, the last one last. */
export const lastDays = (zone: string, many: number, now: number): string[] => {
  const today = localOf(zone, now).toPlainDate();
  return Array.from({ length: many }, (_, at) =>
    today.subtract({ days: many - 1 - at }).toString(),
  );
};

/** Writes a moment as `<input type=datetime-local>` takes it: `2026-11-25T21:30`. */
export const minuteIn = (zone: string, at: number): string =>
  localOf(zone, at).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** Reads what `<input type=datetime-local>` gives; NaN if it is no moment. */
export const momentOf = (zone: string, minute: string): number => {
  try {
    return Temporal.PlainDateTime.from(minute).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
};

/**
 * Returns the moment so many months later: from 31 January a month leads to the last of February
 * (Regulation 1182/71, art. 3).
 */
export const monthsAfter = (zone: string, time: number, months: number): number =>
  localOf(zone, time).add({ months }).epochMilliseconds;

/** How a time zone differs from UTC from a moment on. */
export type Offset = { startsAt: number; offset: number };

/** Lists the offsets of a zone from a moment on, as far ahead as rules of summer time are foreseen. */
export const offsetsOf = (zone: string, from: number, years = 30): Offset[] => {
  const first = localOf(zone, from);
  const until = first.add({ years }).epochMilliseconds;
  const offsets: Offset[] = [{ startsAt: 0, offset: first.offsetNanoseconds / 1e6 }];
  for (
    let next = first.getTimeZoneTransition('next');
    next && next.epochMilliseconds < until;
    next = next.getTimeZoneTransition('next')
  )
    offsets.push({ startsAt: next.epochMilliseconds, offset: next.offsetNanoseconds / 1e6 });
  return offsets;
};

/** `seconds` also says them: of two moments that are close, which came first. */
type Shape = { withTime: boolean | 'seconds'; month: 'long' | 'short' };

/** Makes a writer of moments in a language and a zone; with the time goes the zone's name. */
export const momentsIn = (locale: string, timeZone: string, { withTime, month }: Shape) => {
  const date = { year: 'numeric', month, day: 'numeric', timeZone } as const;
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  const second = withTime === 'seconds' ? ({ second: '2-digit' } as const) : {};
  return new Intl.DateTimeFormat(locale, withTime ? { ...date, ...time, ...second } : date);
};

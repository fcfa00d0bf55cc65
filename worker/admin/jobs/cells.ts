import { DAY } from '../../platform/time.ts';
import { momentOf as momentIn } from '../../platform/zone.ts';

/** What counts as yes and as no in a column of a decision: words of our users' languages, and of our own exports. */
const yes = new Set([
  ...['1', 'y', 'yes', 'true', 'x', '✓', '✔', 'on', 'given', 'subscribed', 'opted in', 'j', 'ja'],
  ...['sand', 'wahr', 'oui', 'vrai', 'si', 'sí', 'sì', 'tak', 'sim', 'kyllä', 'tilmeldt', 'نعم'],
]);
const no = new Set([
  ...['0', 'n', 'no', 'false', '✗', '✘', 'off', 'refused', 'withdrawn', 'objected', 'unsubscribed'],
  ...['opted out', 'nej', 'falsk', 'nein', 'falsch', 'nee', 'nei', 'non', 'faux', 'nie', 'não'],
  ...['ei', 'frameldt', 'afmeldt', 'لا'],
]);

/** Reads a decision; null for what is neither a yes nor a no. */
export const readYesNo = (cell: string): boolean | null => {
  const word = cell.normalize('NFKC').trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
};

/** A moment (UTC ms), or why it cannot be read. */
export type ReadDate = number | 'date' | 'ambiguous-date' | 'future';

const time = String.raw`(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?)?`;
const zone = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}${zone}$`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${time}${zone}$`, 'i');

/** Days before 1970 by the count of spreadsheets, which begins at 30 December 1899. */
const SHEET_EPOCH_DAYS = 25_569;
const EARLIEST = Date.UTC(1990, 0, 1);

const minutesOf = (text: string | undefined): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

/** A moment of the calendar; null where there is none, such as 31 April or 25 o'clock. Without an offset it is the zone's. */
const momentOf = (
  zone: string,
  [year, month, day]: readonly number[],
  [hours = '0', minutes = '0', seconds = '0', offset]: readonly (string | undefined)[],
): number | null => {
  const parts = [year ?? 0, (month ?? 0) - 1, day ?? 0, +hours, +minutes, +seconds] as const;
  const date = new Date(Date.UTC(...parts));
  const isReal =
    date.getUTCMonth() === parts[1] &&
    date.getUTCDate() === parts[2] &&
    date.getUTCHours() === parts[3] &&
    date.getUTCMinutes() === parts[4];
  if (!isReal) return null;
  if (offset === undefined && zone !== 'UTC')
    return momentIn(zone, date.toISOString().slice(0, 19));
  return date.getTime() - minutesOf(offset) * 60_000;
};

const within = (moment: number | null, now: number): ReadDate => {
  if (moment === null || moment < EARLIEST) return 'date';
  // A day that has begun somewhere is no future.
  return moment > now + DAY ? 'future' : Math.min(moment, now);
};

/**
 * Reads when something was decided: ISO 8601, day first with dots or dashes, or the number of a spreadsheet. With
 * slashes it is read only where it cannot be the other order. Without a zone of its own it is in the one given.
 */
export const readDate = (cell: string, now: number, zone = 'UTC'): ReadDate => {
  const text = cell.trim();
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const counted = new Date(Math.round((Number(text) - SHEET_EPOCH_DAYS) * DAY));
    return within(momentIn(zone, counted.toISOString().slice(0, 19)), now);
  }
  const [, year, , month, day, ...clock] = yearFirst.exec(text) ?? [];
  if (year) return within(momentOf(zone, [Number(year), Number(month), Number(day)], clock), now);
  const [, first, mark, second, last, ...rest] = yearLast.exec(text) ?? [];
  if (!last) return 'date';
  const [a, b] = [Number(first), Number(second)];
  if (mark === '/' && a <= 12 && b <= 12 && a !== b) return 'ambiguous-date';
  const isMonthFirst = mark === '/' && b > 12;
  return within(
    momentOf(zone, [Number(last), isMonthFirst ? a : b, isMonthFirst ? b : a], rest),
    now,
  );
};

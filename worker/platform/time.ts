// Durations in milliseconds: all times are UTC in milliseconds.
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * So many months after a time (both UTC ms), by the calendar: from 31 January a month leads to the last
 * of February (Regulation 1182/71, art. 3).
 */
export const monthsAfter = (time: number, months: number): number => {
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
};

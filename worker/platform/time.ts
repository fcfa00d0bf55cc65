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

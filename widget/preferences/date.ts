/** A day in words, of a moment in UTC ms. */
export const dateIn = (locale: string, time: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time);

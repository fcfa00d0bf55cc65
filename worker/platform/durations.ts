type Unit = 'hour' | 'day' | 'year';

/** Says how long in words and the right plural: `48 hours`, `1 godzina`. */
export const durationIn = (locale: string, amount: number, unit: Unit): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);

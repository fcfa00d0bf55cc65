import Papa from 'papaparse';

/** What a spreadsheet would take for a formula, also over several lines. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** A formula also begins after quotes and spaces, and in Japan with a wide sign. */
const BEGINS_FORMULA = /^[\s"]*[=+\-@＝＋－＠]/;

/**
 * Ours is the comma, but a spreadsheet may be set to another separator. It then sees past our quotes, and begins a
 * cell after each of its own, or after a line break.
 */
const OTHER_SEPARATORS = /([;\t|\r\n])/;

const guarded = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(OTHER_SEPARATORS)
        .map((part) => (BEGINS_FORMULA.test(part) ? `'${part}` : part))
        .join('')
    : (value ?? '');

/** How a line of CSV is written. */
export type Csv = {
  separator: ',' | ';';
  /** Whether a `'` goes before what a spreadsheet would take for a formula. */
  isGuarded: boolean;
  /** Writes a moment. */
  time: (at: Date) => string;
};

/** Comma and guards, and times in UTC: what suits most. */
export const usualCsv: Csv = { separator: ',', isGuarded: true, time: (at) => at.toISOString() };

/**
 * Writes a line of CSV (RFC 4180) with its end; a `'` before what would be a formula keeps it text, whichever
 * separator the file is opened with. Only what is for machines goes without.
 */
export const csvLine = (
  values: readonly unknown[],
  { separator, isGuarded, time }: Csv = usualCsv,
): string => {
  const cells = values.map((value) => (value instanceof Date ? time(value) : value));
  const written = isGuarded ? cells.map(guarded) : cells.map((value) => value ?? '');
  const escaping = isGuarded ? { escapeFormulae: FORMULA } : {};
  return `${Papa.unparse([written], { quotes: true, delimiter: separator, ...escaping })}\r\n`;
};

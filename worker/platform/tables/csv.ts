import Papa from 'papaparse';

/** What a spreadsheet would take for a formula, also over several lines. */
const FORMULA = /^[=+\-@\t\r]/;

/** Writes a line of CSV (RFC 4180) with its end; a `'` before what would be a formula keeps it text. */
export const csvLine = (values: readonly unknown[]): string =>
  `${Papa.unparse([values.map((value) => value ?? '')], { quotes: true, escapeFormulae: FORMULA })}\r\n`;

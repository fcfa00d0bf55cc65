/** A value as a field of CSV (RFC 4180). What a spreadsheet would take for a formula begins with `'`. */
const field = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** A line of CSV with its end. */
export const csvLine = (values: readonly unknown[]): string => `${values.map(field).join(',')}\r\n`;

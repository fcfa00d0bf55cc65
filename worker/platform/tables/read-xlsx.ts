import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { DAY } from '../time.ts';
import type { TableRow } from './read-csv.ts';
import { UnreadableFile } from './unreadable.ts';

/** A cell as text: a date as ISO 8601, without the time where it has none. */
const textOf = (value: CellValue): string => {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const text = value.toISOString();
  return value.getTime() % DAY === 0 ? text.slice(0, 10) : text;
};

/** Reads the first sheet of an XLSX workbook row by row. */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<TableRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes))
      yield { number: index + 1, cells: values.map(textOf) };
  } catch {
    throw new UnreadableFile('workbook');
  }
}

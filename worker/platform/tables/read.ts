import type { ReadAs } from '../../contract/tables.ts';
import { encodingOf } from './encoding.ts';
import { readCsv, type TableRow } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { headOf, type Source } from './source.ts';
import { MAX_FILE_BYTES, MAX_ROWS, UnreadableFile } from './unreadable.ts';

/** A file as it is read: how, and its rows that are not blank, one at a time. */
export type ReadTable = { readAs: ReadAs; rows: AsyncGenerator<TableRow> };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel's format before 2007, and any workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Yields the rows that hold something, the header and no more than `MAX_ROWS` below it. */
async function* withoutBlank(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (++count > MAX_ROWS + 1) throw new UnreadableFile('too-many-rows');
    yield row;
  }
}

/**
 * Reads a CSV file or the first sheet of a workbook. Throws `UnreadableFile` for anything else, also while
 * its rows are read.
 */
export const readTable = async (file: Source): Promise<ReadTable> => {
  if (file.size > MAX_FILE_BYTES) throw new UnreadableFile('too-large');
  const head = await headOf(file, ZIP.length);
  if (begins(head, COMPOUND)) throw new UnreadableFile('old-workbook');
  if (begins(head, ZIP))
    return { readAs: { encoding: null, separator: null }, rows: withoutBlank(readXlsx(file)) };
  const encoding = await encodingOf(file);
  if (!encoding) throw new UnreadableFile('no-text');
  const { separator, rows } = await readCsv(file, encoding);
  return { readAs: { encoding, separator }, rows: withoutBlank(rows) };
};

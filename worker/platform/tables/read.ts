import type { ReadAs } from '../../contract/tables.ts';
import { encodingOf } from './encoding.ts';
import { readCsv, type TableRow } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { MAX_FILE_BYTES, MAX_ROWS, UnreadableFile } from './unreadable.ts';

/** A file as it is read: how, and its rows that are not blank, one at a time. */
export type ReadTable = { readAs: ReadAs; rows: AsyncGenerator<TableRow> };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel's format before 2007, and any workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Yields the rows that hold something, the header and no more than `MAX_ROWS` below it. */
async function* withoutBlank(
  rows: Iterable<TableRow> | AsyncIterable<TableRow>,
): AsyncGenerator<TableRow> {
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
export const readTable = (bytes: Uint8Array): ReadTable => {
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile('too-large');
  if (begins(bytes, COMPOUND)) throw new UnreadableFile('old-workbook');
  if (begins(bytes, ZIP))
    return { readAs: { encoding: null, separator: null }, rows: withoutBlank(readXlsx(bytes)) };
  const encoding = encodingOf(bytes);
  if (!encoding) throw new UnreadableFile('no-text');
  const { separator, rows } = readCsv(bytes, encoding);
  return { readAs: { encoding, separator }, rows: withoutBlank(rows) };
};

/** Reads the bytes of a body, at most as many as a file may have. */
export const readBytes = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MAX_FILE_BYTES) throw new UnreadableFile('too-large');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

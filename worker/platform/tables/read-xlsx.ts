import { ProblemError } from '../problems/problem.ts';
import { DAY } from '../time.ts';
import type { TableRow } from './read-csv.ts';
import type { Source } from './source.ts';
import { MAX_COLUMNS, UnreadableFile } from './unreadable.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { partOf, readXml } from './xml.ts';

/** A cell holds at most 32,767 characters; what is longer was not written by a spreadsheet. */
const MAX_CELL_LENGTH = 32_767;

/** A sheet holds no more rows, and a row no more cells; what has more was not written by a spreadsheet. */
const MAX_SHEET_ROWS = 1_048_576;
const MAX_ROW_CELLS = 16_384;

/** The number of a row as it is written, or else the next: rows come in their order. */
const numberOf = (written: string | undefined, before: number): number => {
  const number = Number(written);
  return Number.isSafeInteger(number) && number > before ? number : before + 1;
};

/** A cell while it is read: its kind, its format and what it says. */
type Cell = { column: number; type: string; format: number; text: string };

/** The column of a reference such as `AB12`, from 0; null where the cell has none. */
const columnOf = (reference: string | undefined): number | null => {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

/** A day of a workbook's calendar as ISO 8601, without the time where it has none. */
const dateText = (days: number, epoch: number): string => {
  const date = new Date(Math.round((days - epoch) * DAY));
  if (Number.isNaN(date.getTime())) return '';
  return days % 1 === 0 ? date.toISOString().slice(0, 10) : date.toISOString();
};

/** What a cell says as text; nothing where a formula failed. */
const textOf = ({ type, format, text }: Cell, { strings, dates, epoch }: Workbook): string => {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type === 'e') return '';
  if (type !== 'n' || text === '') return text;
  return dates.has(format) ? dateText(Number(text), epoch) : String(Number(text));
};

/** Reads the rows of a sheet; those of one piece at a time wait in `rows`. */
const sheetReading = (book: Workbook) => {
  const rows: TableRow[] = [];
  let row: TableRow = { number: 0, cells: [] };
  let cellsInRow = 0;
  let cell: Cell | null = null;
  let inText = false;
  const open = (name: string, { r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      row = { number: numberOf(r, row.number), cells: [] };
      cellsInRow = 0;
    }
    if (name === 'c') cellsInRow += 1;
    if (row.number > MAX_SHEET_ROWS || cellsInRow > MAX_ROW_CELLS)
      throw new RangeError('too large');
    if (name === 'c')
      cell = { column: columnOf(r) ?? row.cells.length, type: t, format: Number(s), text: '' };
    inText = name === 'v' || name === 't';
  };
  const text = (more: string): void => {
    if (cell && inText) cell.text = (cell.text + more).slice(0, MAX_CELL_LENGTH);
  };
  const close = (name: string): void => {
    inText = false;
    if (name === 'row') rows.push(row);
    if (name !== 'c' || !cell) return;
    while (row.cells.length < Math.min(cell.column, MAX_COLUMNS)) row.cells.push('');
    if (cell.column <= MAX_COLUMNS) row.cells[cell.column] = textOf(cell, book);
    cell = null;
  };
  return { open, text, close, taken: () => rows.splice(0) };
};

async function* readSheet(archive: Source): AsyncGenerator<TableRow> {
  const book = await readWorkbook(archive);
  const { taken, ...reading } = sheetReading(book);
  for await (const _ of readXml(partOf(archive, book.sheet), reading)) yield* taken();
}

/** Reads the first sheet of an XLSX workbook row by row. */
export async function* readXlsx(archive: Source): AsyncGenerator<TableRow> {
  const rows = readSheet(archive);
  for (;;) {
    let next: IteratorResult<TableRow>;
    try {
      next = await rows.next();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new UnreadableFile(error instanceof RangeError ? 'large-workbook' : 'workbook');
    }
    if (next.done) return;
    yield next.value;
  }
}

import { z } from 'zod';
import { parse } from '../problems/zod.ts';

/** A cell of a table; a moment is a date, which each format writes in its own way. */
export type Cell = string | number | Date | null;

/** Some rows of a table, and the cursor from which it goes on; null after the last. */
export type Slice = { rows: Cell[][]; next: string | null };

/** A table that is read a slice at a time from a cursor on, however long it is; it begins at an empty one. */
export type Table = {
  name: string;
  head: string[];
  slices: (after: string) => AsyncGenerator<Slice>;
};

/** So many rows are read at once: D1 answers only so many queries to one request. */
export const SLICE = 5000;

/** How rows are read in the order of a cursor: each slice begins after the last row before. */
export type Reading<Row> = {
  read: (after: string, limit: number) => Promise<Row[]>;
  at: (row: Row) => string;
  cells: (row: Row) => Cell[] | Promise<Cell[]>;
  size?: number;
};

/** Reads the rows of a table slice by slice until one is not full. */
export async function* inSlices<Row>(
  start: string,
  { read, at, cells, size = SLICE }: Reading<Row>,
): AsyncGenerator<Slice> {
  for (let after: string | null = start; after !== null; ) {
    const rows: Row[] = await read(after, size);
    const last = rows.at(-1);
    after = last && rows.length === size ? at(last) : null;
    yield { rows: await Promise.all(rows.map(cells)), next: after };
  }
}

/** Reads the cursor of a table in the order of numbers; throws 422 for what is none. */
export const numberAt = (after: string, start: number): string =>
  String(
    after === '' ? start : parse(z.object({ after: z.coerce.number().int() }), { after }).after,
  );

/** A moment (UTC ms) as a cell. */
export const timeCell = (at: number): Date => new Date(at);

/** In the first cell of the last row. */
export const END = '#end';

/** What ends an answer that was not cut off: how many rows it has, and where the next begins if that was not all. */
export type End = { end: true; rows: number; next: string | null };

/** The end as a row. */
export const endCells = ({ rows, next }: End): Cell[] => [END, rows, next];

/** A table on its way: its rows, and then its end. */
export type Leaving = Pick<Table, 'name' | 'head'> & {
  parts: AsyncGenerator<{ rows: Cell[][] } | End>;
};

/** Reads at most so many slices, and tells at the end whether that was all. */
export async function* upTo(most: number, slices: AsyncGenerator<Slice>): Leaving['parts'] {
  let count = 0;
  let after: string | null = null;
  for (let read = 0; read < most; read += 1) {
    const { value, done } = await slices.next();
    if (done) break;
    after = value.next;
    count += value.rows.length;
    yield { rows: value.rows };
    if (after === null) break;
  }
  yield { end: true, rows: count, next: after };
}

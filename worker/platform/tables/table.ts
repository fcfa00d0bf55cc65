/** A cell of a table. */
export type Cell = string | number | null;

/** A table that is read a slice at a time, however long it is. */
export type Table = { name: string; head: string[]; slices: () => AsyncGenerator<Cell[][]> };

/** So many rows are read at once. */
export const SLICE = 500;

/** Reads the rows of a table slice by slice until one is not full; each begins after the last row before. */
export async function* inSlices<Row, At>(
  start: At,
  read: (after: At, limit: number) => Promise<Row[]>,
  at: (row: Row) => At,
  cells: (row: Row) => Cell[],
): AsyncGenerator<Cell[][]> {
  for (let after = start; ; ) {
    const rows = await read(after, SLICE);
    yield rows.map(cells);
    const last = rows.at(-1);
    if (!last || rows.length < SLICE) return;
    after = at(last);
  }
}

/** A moment (UTC ms) as a cell: ISO 8601. */
export const timeCell = (at: number): string => new Date(at).toISOString();

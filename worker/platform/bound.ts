/** So many bytes are bound to one statement as JSON: D1 takes at most 2 MB a value. */
const MAX_BOUND_BYTES = 100_000;

const encoder = new TextEncoder();

/** Cuts rows into lists of at most so many, in their order; none where there are no rows. */
export const inParts = <Row>(rows: readonly Row[], most: number): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, part) =>
    rows.slice(part * most, (part + 1) * most),
  );

/** Yields rows as JSON arrays, each small enough to be bound to one statement; a row is never split. */
export function* jsonSlices(rows: Iterable<unknown>): Generator<string> {
  let slice: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const bytes = encoder.encode(json).length + 1;
    if (slice.length > 0 && size + bytes > MAX_BOUND_BYTES) {
      yield `[${slice.join(',')}]`;
      slice = [];
      size = 0;
    }
    slice.push(json);
    size += bytes;
  }
  if (slice.length > 0) yield `[${slice.join(',')}]`;
}

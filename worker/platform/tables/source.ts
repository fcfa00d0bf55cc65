/** A file that is read from its beginning, a piece at a time and as often as wanted. */
export type Source = { size: number; read: () => AsyncIterable<Uint8Array> };

/** Makes a source of what is in memory already. */
export const inMemory = (pieces: readonly Uint8Array[]): Source => ({
  size: pieces.reduce((sum, { length }) => sum + length, 0),
  read: async function* () {
    yield* pieces;
  },
});

/** Makes a source of everything that comes, held in memory. */
export const hold = async (pieces: AsyncIterable<Uint8Array>): Promise<Source> => {
  const held: Uint8Array[] = [];
  for await (const piece of pieces) held.push(piece);
  return inMemory(held);
};

/** Cuts pieces that are larger than that, so that what becomes of each is small too. */
export async function* cut(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += most) yield piece.subarray(at, at + most);
}

/** Reads the first bytes of a source, at most so many. */
export const headOf = async ({ read }: Source, most: number): Promise<Uint8Array> => {
  const head = new Uint8Array(most);
  let length = 0;
  for await (const piece of read()) {
    const taken = piece.subarray(0, most - length);
    head.set(taken, length);
    length += taken.length;
    if (length === most) break;
  }
  return head.subarray(0, length);
};

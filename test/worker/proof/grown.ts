import { type Hash, leafHash, nodeHash, type Subtrees } from '../../../worker/proof/tree.ts';

/** The entries of the published vectors (transparency-dev/merkle, testonly/constants.go). */
export const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));

/** Whole subtrees over leaves in memory. */
export const over = (leaves: readonly Hash[]): Subtrees => {
  const read: Subtrees = async (level, index) => {
    const leaf = leaves[index];
    if (level === 0 && leaf) return leaf;
    if (level === 0) throw new RangeError('There is no such leaf.');
    return nodeHash(await read(level - 1, index * 2), await read(level - 1, index * 2 + 1));
  };
  return read;
};

/** So many leaves, no two alike. */
export const someLeaves = (count: number): Promise<Hash[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) => leafHash(new TextEncoder().encode(`${index}`))),
  );

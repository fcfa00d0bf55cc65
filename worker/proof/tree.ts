/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array<ArrayBuffer>;

/** Reads the root of the whole subtree of `2 ** level` leaves that is the `index`-th of its level, from 0. */
export type Subtrees = (level: number, index: number) => Promise<Hash>;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const digest = async (...parts: Uint8Array[]): Promise<Hash> => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
};

/** Hashes an entry of a log (RFC 9162, 2.1.1). */
export const leafHash = (entry: Uint8Array): Promise<Hash> => digest(LEAF, entry);

/** Hashes two neighbours (RFC 9162, 2.1.1). */
export const nodeHash = (left: Hash, right: Hash): Promise<Hash> => digest(NODE, left, right);

export const isSameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** The largest power of two below a size of two or more, where the tree splits. */
const splitOf = (size: number): number => {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
};

/** Says whether a tree of a size is whole. */
export const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size));

const rootOfRange = async (subtrees: Subtrees, start: number, size: number): Promise<Hash> => {
  if (isPowerOfTwo(size)) return subtrees(Math.log2(size), start / size);
  const split = splitOf(size);
  const left = rootOfRange(subtrees, start, split);
  return nodeHash(await left, await rootOfRange(subtrees, start + split, size - split));
};

/** Computes the root of the first `size` entries (RFC 9162, 2.1.1). */
export const rootOf = (subtrees: Subtrees, size: number): Promise<Hash> =>
  size === 0 ? digest() : rootOfRange(subtrees, 0, size);

const pathIn = async (
  subtrees: Subtrees,
  index: number,
  start: number,
  size: number,
): Promise<Hash[]> => {
  if (size === 1) return [];
  const split = splitOf(size);
  return index < split
    ? [
        ...(await pathIn(subtrees, index, start, split)),
        await rootOfRange(subtrees, start + split, size - split),
      ]
    : [
        ...(await pathIn(subtrees, index - split, start + split, size - split)),
        await rootOfRange(subtrees, start, split),
      ];
};

/** Makes the inclusion proof of an entry among the first `size`, its sibling first (RFC 9162, 2.1.3.1). */
export const inclusionProof = (
  subtrees: Subtrees,
  index: number,
  size: number,
): Promise<Hash[]> => {
  if (index < 0 || index >= size) throw new RangeError('The entry is not in a tree of that size.');
  return pathIn(subtrees, index, 0, size);
};

const subproof = async (
  subtrees: Subtrees,
  first: number,
  start: number,
  size: number,
  isKnown: boolean,
): Promise<Hash[]> => {
  if (first === size) return isKnown ? [] : [await rootOfRange(subtrees, start, size)];
  const split = splitOf(size);
  return first <= split
    ? [
        ...(await subproof(subtrees, first, start, split, isKnown)),
        await rootOfRange(subtrees, start + split, size - split),
      ]
    : [
        ...(await subproof(subtrees, first - split, start + split, size - split, false)),
        await rootOfRange(subtrees, start, split),
      ];
};

/** Makes the proof that a tree of `second` entries begins with one of `first` (RFC 9162, 2.1.4.1). */
export const consistencyProof = (
  subtrees: Subtrees,
  first: number,
  second: number,
): Promise<Hash[]> => {
  if (first < 0 || first > second) throw new RangeError('A tree does not begin with a larger one.');
  return first === 0 ? Promise.resolve([]) : subproof(subtrees, first, 0, second, true);
};

import { type Hash, isPowerOfTwo, isSameHash, nodeHash } from './tree.ts';

const isOdd = (node: number): boolean => node % 2 === 1;
const half = (node: number): number => Math.floor(node / 2);

/** Where a proof has come to: a node, and the last one of its level. */
type Place = { node: number; last: number };

const up = ({ node, last }: Place): Place => ({ node: half(node), last: half(last) });

/** Climbs past the levels on which a node at the edge of the tree has no sibling. */
const climb = (place: Place): Place => {
  let at = place;
  while (!isOdd(at.node) && at.node !== 0) at = up(at);
  return at;
};

/** An entry's place in a tree, and what is said to prove it. */
export type Inclusion = {
  index: number;
  size: number;
  leaf: Hash;
  path: readonly Hash[];
  root: Hash;
};

/** Says whether a proof shows that an entry is in the tree with that root (RFC 9162, 2.1.3.2). */
export const isIncluded = async ({
  index,
  size,
  leaf,
  path,
  root,
}: Inclusion): Promise<boolean> => {
  if (index < 0 || index >= size) return false;
  let at: Place = { node: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of path) {
    if (at.last === 0) return false;
    if (isOdd(at.node) || at.node === at.last) {
      hash = await nodeHash(sibling, hash);
      at = climb(at);
    } else hash = await nodeHash(hash, sibling);
    at = up(at);
  }
  return at.last === 0 && isSameHash(hash, root);
};

/** Two trees, and what is said to prove that the second begins with the first. */
export type Consistency = {
  first: number;
  second: number;
  firstRoot: Hash;
  secondRoot: Hash;
  path: readonly Hash[];
};

/** Says whether a proof shows that the second tree begins with the first (RFC 9162, 2.1.4.2). */
export const isConsistent = async ({
  first,
  second,
  firstRoot,
  secondRoot,
  path,
}: Consistency): Promise<boolean> => {
  if (first > second) return false;
  if (first === second) return path.length === 0 && isSameHash(firstRoot, secondRoot);
  if (first === 0) return path.length === 0;
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...path] : path;
  if (!start) return false;
  let at: Place = { node: first - 1, last: second - 1 };
  while (isOdd(at.node)) at = up(at);
  let [old, now] = [start, start];
  for (const sibling of rest) {
    if (at.last === 0) return false;
    if (isOdd(at.node) || at.node === at.last) {
      old = await nodeHash(sibling, old);
      now = await nodeHash(sibling, now);
      at = climb(at);
    } else now = await nodeHash(now, sibling);
    at = up(at);
  }
  return at.last === 0 && isSameHash(old, firstRoot) && isSameHash(now, secondRoot);
};

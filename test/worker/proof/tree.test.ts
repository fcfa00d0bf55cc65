import { describe, expect, test } from 'vitest';
import { hex } from '../../../worker/platform/hash.ts';
import { isConsistent, isIncluded } from '../../../worker/proof/check.ts';
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
} from '../../../worker/proof/tree.ts';
import { entries, over, someLeaves } from './grown.ts';

const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test.each(roots.map((root, size) => ({ root, size })))(
  'the root of $size entries is the published one',
  async ({ root, size }) => {
    const leaves = await Promise.all(entries.map(leafHash));
    expect(hex(await rootOf(over(leaves), size))).toBe(root);
  },
);

test('proofs have the shape of the worked example of RFC 9162, 2.1.5', async () => {
  const leaves = await someLeaves(7);
  const none = await leafHash(new Uint8Array());
  const [a = none, b = none, c = none, d = none, e = none, f = none, j = none] = leaves;
  const [g, h, i] = await Promise.all([nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)]);
  const [k, l] = await Promise.all([nodeHash(g, h), nodeHash(i, j)]);
  const subtrees = over(leaves);
  expect(await inclusionProof(subtrees, 0, 7)).toEqual([b, h, l]);
  expect(await inclusionProof(subtrees, 3, 7)).toEqual([c, g, l]);
  expect(await inclusionProof(subtrees, 4, 7)).toEqual([f, j, k]);
  expect(await inclusionProof(subtrees, 6, 7)).toEqual([i, k]);
  expect(await consistencyProof(subtrees, 3, 7)).toEqual([c, d, g, l]);
  expect(await consistencyProof(subtrees, 4, 7)).toEqual([l]);
  expect(await consistencyProof(subtrees, 6, 7)).toEqual([i, j, k]);
});

const MOST = 18;

const flipped = (hash: Hash): Hash => {
  const other = hash.slice();
  other[7] = (other[7] ?? 0) ^ 1;
  return other;
};

describe('of every tree of up to 18 entries', () => {
  test('each entry is proven, and by nothing that was changed', async () => {
    const leaves = await someLeaves(MOST);
    const subtrees = over(leaves);
    for (let size = 1; size <= MOST; size++) {
      const root = await rootOf(subtrees, size);
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const path = await inclusionProof(subtrees, index, size);
        const proof = { index, size, leaf, path, root };
        expect(await isIncluded(proof)).toBe(true);
        const wrong = [
          { ...proof, leaf: flipped(leaf) },
          { ...proof, root: flipped(root) },
          { ...proof, index: index + 1 },
          { ...proof, index: index - 1 },
          { ...proof, index: size },
          { ...proof, path: [...path, leaf] },
          ...path.map((hash, at) => ({ ...proof, path: path.with(at, flipped(hash)) })),
          ...path.map((_, at) => ({ ...proof, path: path.toSpliced(at, 1) })),
        ];
        for (const each of wrong) expect(await isIncluded(each)).toBe(false);
      }
    }
  });

  test('each later one is proven to begin with each earlier one, and with nothing else', async () => {
    const subtrees = over(await someLeaves(MOST));
    for (let second = 1; second <= MOST; second++)
      for (let first = 1; first <= second; first++) {
        const path = await consistencyProof(subtrees, first, second);
        const [firstRoot, secondRoot] = [
          await rootOf(subtrees, first),
          await rootOf(subtrees, second),
        ];
        const proof = { first, second, firstRoot, secondRoot, path };
        expect(await isConsistent(proof)).toBe(true);
        const wrong = [
          { ...proof, firstRoot: flipped(firstRoot) },
          { ...proof, secondRoot: flipped(secondRoot) },
          { ...proof, path: [...path, firstRoot] },
          { ...proof, first: second, second: first, path: [] },
          ...path.map((hash, at) => ({ ...proof, path: path.with(at, flipped(hash)) })),
          ...path.map((_, at) => ({ ...proof, path: path.toSpliced(at, 1) })),
        ];
        for (const each of wrong.slice(0, first === second ? 3 : undefined))
          expect(await isConsistent(each)).toBe(false);
      }
  });
});

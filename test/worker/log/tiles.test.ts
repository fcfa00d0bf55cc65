import { describe, expect, test, vi } from 'vitest';
import {
  append,
  growing,
  type ReadTile,
  readTileName,
  subtreesIn,
  tileName,
} from '../../../worker/log/tiles.ts';
import { isConsistent, isIncluded } from '../../../worker/proof/check.ts';
import { consistencyProof, type Hash, inclusionProof, rootOf } from '../../../worker/proof/tree.ts';
import { over, someLeaves } from '../proof/grown.ts';

/** A log in memory, which tells what was read of it. */
const aLog = () => {
  const tiles = new Map<string, readonly Hash[]>();
  const reads: string[] = [];
  const read: ReadTile = async (level, number) => {
    reads.push(`${level}/${number}`);
    return tiles.get(`${level}/${number}`) ?? [];
  };
  return {
    reads,
    read,
    grow: async (size: number, leaves: readonly Hash[]) => {
      const changed = await append(read, size, leaves);
      for (const { level, number, hashes } of changed) tiles.set(`${level}/${number}`, hashes);
      return changed;
    },
  };
};

describe('a log in tiles', () => {
  test('has the root of the tree over its leaves, however they came in', async () => {
    const leaves = await someLeaves(1100);
    const log = aLog();
    let size = 0;
    for (const many of [1, 2, 252, 1, 1, 300, 511, 32]) {
      await log.grow(size, leaves.slice(size, size + many));
      size += many;
      const root = await rootOf(subtreesIn(log.read), size);
      expect(root).toEqual(await rootOf(over(leaves), size));
    }
  });

  test('writes no more tiles than the new leaves fill, and one a level', async () => {
    const log = aLog();
    const leaves = await someLeaves(600);
    await log.grow(0, leaves.slice(0, 255));
    const changed = await log.grow(255, leaves.slice(255, 258));
    expect(changed.map(({ level, number, hashes }) => [level, number, hashes.length])).toEqual([
      [0, 0, 256],
      [0, 1, 2],
      [1, 0, 1],
    ]);
    expect(growing(258)).toEqual([
      { level: 0, number: 1 },
      { level: 1, number: 0 },
    ]);
  });

  test('proves an entry and its growth with few tiles', async () => {
    const leaves = await someLeaves(1000);
    const log = aLog();
    await log.grow(0, leaves);
    const subtrees = subtreesIn(log.read);
    const root = await rootOf(subtrees, 1000);
    for (const index of [0, 255, 256, 700, 999]) {
      log.reads.length = 0;
      const path = await inclusionProof(subtrees, index, 1000);
      expect(new Set(log.reads).size).toBeLessThanOrEqual(3);
      const leaf = leaves[index] ?? root;
      expect(await isIncluded({ index, size: 1000, leaf, path, root })).toBe(true);
    }
    for (const first of [1, 255, 256, 257, 512, 999]) {
      const path = await consistencyProof(subtrees, first, 1000);
      const firstRoot = await rootOf(over(leaves), first);
      const proof = { first, second: 1000, firstRoot, secondRoot: root, path };
      expect(await isConsistent(proof)).toBe(true);
    }
  });
});

test('sealing new records costs a hash each beside their own, and a tile’s a level, however long the log is', async () => {
  const leaves = await someLeaves(70_000);
  const log = aLog();
  let size = 0;
  for (const many of [65_000, 1, 3, 500, 4000]) {
    const digest = vi.spyOn(crypto.subtle, 'digest');
    await log.grow(size, leaves.slice(size, size + many));
    size += many;
    await rootOf(subtreesIn(log.read), size);
    const levels = growing(size).length;
    expect(digest.mock.calls.length).toBeLessThan(many + 256 * levels);
    digest.mockRestore();
  }
});

describe('the address of a tile', () => {
  test.each([
    [0, '000'],
    [67, '067'],
    [1234067, 'x001/x234/067'],
    [1000, 'x001/000'],
  ])('%i is %s', (number, name) => {
    expect(tileName(number)).toBe(name);
    expect(readTileName(name)).toEqual({ number, width: 256 });
    expect(readTileName(`${name}.p/17`)).toEqual({ number, width: 17 });
  });

  test.each([
    '',
    '67',
    '0067',
    'x067',
    '001/067',
    '067.p/0',
    '067.p/256',
    '067.p/01',
    '067.p/',
    '-01',
    '1e3',
  ])('%j is none', (name) => {
    expect(readTileName(name)).toBeNull();
  });
});

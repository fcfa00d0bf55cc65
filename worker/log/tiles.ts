// The layout of c2sp.org/tlog-tiles: a tile holds up to 256 hashes of a level, each the root of a whole tile
// of the level below.
import { type Hash, nodeHash, type Subtrees } from '../proof/tree.ts';

/** So many hashes fill a tile. */
export const TILE = 256;
const LEVELS = Math.log2(TILE);

/** A tile by its level and its place in it, and the hashes that it has so far. */
export type Tile = { level: number; number: number; hashes: readonly Hash[] };

/** Reads the hashes that a tile has so far: none where it has not begun. */
export type ReadTile = (level: number, number: number) => Promise<readonly Hash[]>;

/** Hashes the pairs of a row of even length. */
const pairsOf = (row: readonly Hash[]): Promise<Hash[]> =>
  Promise.all(
    row.flatMap((left, index) => {
      const right = row[index + 1];
      return right && index % 2 === 0 ? [nodeHash(left, right)] : [];
    }),
  );

/** Folds hashes, as many as a power of two, to the root of the tree over them. */
const rootOver = async (hashes: readonly Hash[]): Promise<Hash> => {
  let row = hashes;
  while (row.length > 1) row = await pairsOf(row);
  const [root] = row;
  if (!root) throw new RangeError('Nothing has no root.');
  return root;
};

/** Reads whole subtrees out of tiles; throws where the log does not reach so far. */
export const subtreesIn =
  (read: ReadTile): Subtrees =>
  async (level, index) => {
    const size = 2 ** (level % LEVELS);
    const start = index * size;
    const tile = await read(Math.floor(level / LEVELS), Math.floor(start / TILE));
    const hashes = tile.slice(start % TILE, (start % TILE) + size);
    if (hashes.length < size) throw new RangeError('The log does not reach so far.');
    return rootOver(hashes);
  };

/** How many hashes a level has in a log of a size. */
const lengthOf = (level: number, size: number): number => Math.floor(size / TILE ** level);

/** The tile of each level that a log of a size goes on with, the lowest first. */
export const growing = (size: number): { level: number; number: number }[] => {
  const levels = [];
  for (let level = 0; level === 0 || lengthOf(level, size) > 0; level++)
    levels.push({ level, number: Math.floor(lengthOf(level, size) / TILE) });
  return levels;
};

/**
 * Appends leaves to a log of a size, and answers the tiles that have changed. What tiles have beyond that size another
 * run has appended since the size was read: it is left out.
 */
export const append = async (
  read: ReadTile,
  size: number,
  leaves: readonly Hash[],
): Promise<Tile[]> => {
  const changed: Tile[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0; level++) {
    const whole: Hash[] = [];
    const length = lengthOf(level, size);
    let number = Math.floor(length / TILE);
    let hashes = (await read(level, number)).slice(0, length % TILE);
    while (added.length > 0) {
      const room = TILE - hashes.length;
      hashes = [...hashes, ...added.slice(0, room)];
      added = added.slice(room);
      changed.push({ level, number, hashes });
      if (hashes.length < TILE) break;
      whole.push(await rootOver(hashes));
      number += 1;
      hashes = [];
    }
    added = whole;
  }
  return changed;
};

/** The number of a tile as its address has it: `x001/x234/067`. */
export const tileName = (number: number): string => {
  const digits = String(number);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join('/');
};

/** A tile as its address asks for it: its number, and of a partial one how many of its hashes. */
export type Asked = { number: number; width: number };

/** Reads the rest of a tile's address, `x001/234.p/17`; null where it is none. */
export const readTileName = (name: string): Asked | null => {
  const [path = '', partial, ...more] = name.split('.p/');
  const number = Number(path.replace(/[x/]/g, ''));
  const width = partial === undefined ? TILE : Number(partial);
  const isWidth =
    partial === undefined || (String(width) === partial && width >= 1 && width < TILE);
  if (more.length > 0 || !Number.isSafeInteger(number) || !isWidth) return null;
  return tileName(number) === path ? { number, width } : null;
};

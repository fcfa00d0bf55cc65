import type { Database } from '../platform/database.ts';
import { readTiles } from './store.ts';
import type { ReadTile } from './tiles.ts';

/** Reads tiles as they are needed, each once. */
export const lazily = (db: Database, log: number): ReadTile => {
  const known = new Map<string, ReturnType<ReadTile>>();
  const read: ReadTile = async (level, number) =>
    (await readTiles(db, log, [{ level, number }]))[0]?.hashes ?? [];
  return (level, number) => {
    const place = `${level}/${number}`;
    const tile = known.get(place) ?? read(level, number);
    known.set(place, tile);
    return tile;
  };
};

import type { Database } from '../platform/database.ts';
import { offsetsOf } from '../platform/zone.ts';

export const FORGET_OFFSETS = 'DELETE FROM zone_offset';

export const WRITE_OFFSETS = `
INSERT INTO zone_offset (starts_at, offset_ms)
SELECT o.value ->> 'startsAt', o.value ->> 'offset'
FROM json_each(?1) o`;

/** Writes what a time zone differs from UTC, for the queries that count by day. Days that are counted stay. */
export const writeZone = (db: Database, zone: string, now: number): D1PreparedStatement[] => [
  db.prepare(FORGET_OFFSETS),
  db.prepare(WRITE_OFFSETS).bind(JSON.stringify(offsetsOf(zone, now))),
];

import { z } from 'zod';
import { Right } from '../contract/rights.ts';
import type { ApiKey } from '../contract/users.ts';
import type { Database } from '../platform/database.ts';
import { randomHex, sha256 } from '../platform/hash.ts';
import { json, parseRows } from '../platform/rows.ts';

/** A fresh token of 256 random bits. It is shown once; plain SHA-256 is enough to store it by. */
export const newToken = (): string => `samtykke_${randomHex(32)}`;

const COLUMNS = `id, name, rights, created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt,
  last_used_at AS lastUsedAt, ended_at AS endedAt`;

export const KEY_BY_HASH = `
SELECT ${COLUMNS}
FROM api_key
WHERE sha256 = ?1`;

export const KEYS = `
SELECT ${COLUMNS}
FROM api_key
ORDER BY created_at DESC
LIMIT 500`;

/** Whether a maker is not a user who was deactivated, in this very moment even: keys end with their maker. */
const isIn = (maker: string): string =>
  `NOT EXISTS (SELECT 1 FROM user WHERE id = substr(${maker}, 6) AND active = 0)`;

/** The same as a condition of an audit entry. */
export const MAKER_IS_IN = isIn('?7');

export const WRITE_KEY = `
INSERT INTO api_key (id, name, sha256, rights, created_by, created_at, expires_at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
WHERE ${isIn('?5')}`;

export const WRITE_USE = 'UPDATE api_key SET last_used_at = ?2 WHERE id = ?1';

export const END_KEY = 'UPDATE api_key SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL';

/** Ends the keys of a maker, such as `user:` with an id, who may not sign in any more. */
export const END_KEYS_OF = `
UPDATE api_key
SET ended_at = ?2
WHERE created_by = ?1
  AND ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM user WHERE id = substr(?1, 6) AND active = 1)`;

const Row: z.ZodType<ApiKey> = z.object({
  id: z.string(),
  name: z.string(),
  rights: json(z.array(Right)),
  createdBy: z.string().nullable(),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
});

/** Whether a key opens anything at a moment (UTC ms). */
export const isLive = ({ expiresAt, endedAt }: ApiKey, now: number): boolean =>
  endedAt === null && (expiresAt === null || expiresAt > now);

/** The live key of a token, or null where there is none, or it has expired or was ended. */
export const keyOfToken = async (
  db: Database,
  token: string,
  now: number,
): Promise<ApiKey | null> => {
  const row = await db
    .prepare(KEY_BY_HASH)
    .bind(await sha256(token))
    .first();
  const key = row && Row.parse(row);
  return key && isLive(key, now) ? key : null;
};

/** All keys, the newest first. */
export const readKeys = async (db: Database): Promise<ApiKey[]> =>
  parseRows(Row, (await db.prepare(KEYS).all()).results);

export const writeKey = (
  db: Database,
  key: Omit<ApiKey, 'lastUsedAt' | 'endedAt'> & { sha256: string },
): D1PreparedStatement =>
  db
    .prepare(WRITE_KEY)
    .bind(
      key.id,
      key.name,
      key.sha256,
      JSON.stringify(key.rights),
      key.createdBy,
      key.createdAt,
      key.expiresAt,
    );

export const writeUse = (db: Database, id: string, now: number): D1PreparedStatement =>
  db.prepare(WRITE_USE).bind(id, now);

export const endKey = (db: Database, id: string, now: number): D1PreparedStatement =>
  db.prepare(END_KEY).bind(id, now);

export const endKeysOf = (db: Database, maker: string, now: number): D1PreparedStatement =>
  db.prepare(END_KEYS_OF).bind(maker, now);

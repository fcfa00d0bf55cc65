import { z } from 'zod';
import { randomHex, sha256 } from '../ledger/sha256.ts';
import { Right } from './rights.ts';

/** An API key as it is stored: its token only as a hash. Times are UTC ms. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  rights: z.array(Right),
  expiresAt: z.number().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** A fresh token of 256 random bits. It is shown once; plain SHA-256 is enough to store it by. */
export const newToken = (): string => `samtykke_${randomHex(32)}`;

const KEY_BY_HASH = `
SELECT id, name, rights, expires_at AS expiresAt
FROM api_key
WHERE sha256 = ?1`;

/** The live key of a token, or null where there is none or it has expired. */
export const keyOfToken = async (
  db: D1Database,
  token: string,
  now: number,
): Promise<ApiKey | null> => {
  const row = await db
    .prepare(KEY_BY_HASH)
    .bind(await sha256(token))
    .first();
  if (!row) return null;
  const key = ApiKey.parse({ ...row, rights: JSON.parse(String(row.rights)) });
  return key.expiresAt !== null && key.expiresAt <= now ? null : key;
};

export const accessQueries = { KEY_BY_HASH };

import { Right } from '../contract/rights.ts';
import { sha256 } from '../platform/hash.ts';
import { parseRows } from '../platform/rows.ts';
import { DAY } from '../platform/time.ts';
import { newToken } from './key.ts';

/** A key at the only moment when its token is known. */
export type NewKey = {
  id: string;
  name: string;
  token: string;
  sha256: string;
  rights: Right[];
  expiresAt: number | null;
};

/** A fresh key with these rights, good for so many days or for ever. Throws on an unknown right. */
export const newKey = async (
  name: string,
  rights: readonly string[],
  days: number | null,
  token = newToken(),
): Promise<NewKey> => ({
  id: crypto.randomUUID(),
  name,
  token,
  sha256: await sha256(token),
  rights: parseRows(Right, rights),
  expiresAt: days === null ? null : Date.now() + days * DAY,
});

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The statement that keeps a key, for `wrangler d1 execute`, which takes no parameters. */
export const keySql = ({ id, name, sha256, rights, expiresAt }: NewKey): string =>
  `INSERT INTO api_key (id, name, sha256, rights, created_at, expires_at)
VALUES (${text(id)}, ${text(name)}, ${text(sha256)}, ${text(JSON.stringify(rights))}, ${Date.now()}, ${expiresAt ?? 'NULL'})
ON CONFLICT (sha256) DO UPDATE SET rights = excluded.rights`;

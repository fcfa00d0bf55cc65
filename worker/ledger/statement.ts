import canonicalize from 'canonicalize';
import { sha256 } from './sha256.ts';

/** The exact content a visitor saw, as RFC 8785 JSON, under its SHA-256. */
export type Statement = { sha256: string; content: string };

export const makeStatement = async (shown: object): Promise<Statement> => {
  const content = canonicalize(shown) ?? '';
  return { sha256: await sha256(content), content };
};

const KEEP_STATEMENT = `
INSERT INTO statement (sha256, content, created_at)
VALUES (?1, ?2, ?3)
ON CONFLICT (sha256) DO NOTHING`;

/** Keeps a statement once, however often it is shown. */
export const keepStatement = (
  db: D1Database,
  { sha256, content }: Statement,
  now: number,
): D1PreparedStatement => db.prepare(KEEP_STATEMENT).bind(sha256, content, now);

const STATEMENT = 'SELECT content FROM statement WHERE sha256 = ?1';

/** The RFC 8785 JSON of a statement, or null where there is none with that hash. */
export const statementContent = (db: D1Database, sha256: string): Promise<string | null> =>
  db.prepare(STATEMENT).bind(sha256).first<string>('content');

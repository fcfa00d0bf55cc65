import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { sha256 } from '../platform/hash.ts';

/** The exact content a visitor saw, as RFC 8785 JSON, under its SHA-256. */
export type Statement = { sha256: string; content: string };

export const makeStatement = async (shown: object): Promise<Statement> => {
  const content = canonicalize(shown) ?? '';
  return { sha256: await sha256(content), content };
};

export const KEEP_STATEMENTS = `
INSERT INTO statement (sha256, content, created_at)
SELECT s.value ->> 'sha256', s.value ->> 'content', ?2
FROM json_each(?1) s
WHERE true
ON CONFLICT (sha256) DO NOTHING`;

/** What D1 takes in one bound value is 2 MB; this leaves room for escapes. */
const MOST_CHARACTERS = 600_000;

/**
 * Keeps each statement once, however often it is shown; many in one query, for a form in twelve languages
 * has twenty-four, and D1 counts the queries of a request.
 */
export const keepStatements = (
  db: Database,
  statements: readonly Statement[],
  now: number,
): D1PreparedStatement[] => {
  const parts: Statement[][] = [];
  let room = 0;
  for (const statement of statements) {
    room -= statement.content.length;
    const part = parts.at(-1);
    if (part && room >= 0) part.push(statement);
    else {
      parts.push([statement]);
      room = MOST_CHARACTERS - statement.content.length;
    }
  }
  return parts.map((part) => db.prepare(KEEP_STATEMENTS).bind(JSON.stringify(part), now));
};

export const STATEMENT =
  'SELECT sha256, content, created_at AS createdAt FROM statement WHERE sha256 = ?1';

const Kept = z.object({ sha256: z.string(), content: z.string(), createdAt: z.number() });

/** Reads a statement and since when it is kept (UTC ms); null where there is none with that hash. */
export const readStatement = async (
  db: Database,
  sha256: string,
): Promise<z.infer<typeof Kept> | null> =>
  Kept.nullable().parse(await db.prepare(STATEMENT).bind(sha256).first());

/** The RFC 8785 JSON of a statement, or null where there is none with that hash. */
export const statementContent = async (db: Database, sha256: string): Promise<string | null> =>
  (await readStatement(db, sha256))?.content ?? null;

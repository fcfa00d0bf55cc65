import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { flag } from '../../platform/rows.ts';

/** Uses standing_by_age: the oldest first. */
export const OVER = `
SELECT s.person AS id, p.email, p.locale, s.legal_basis AS legalBasis
FROM standing s
JOIN person p ON p.id = s.person
WHERE s.item_kind = 'purpose' AND s.item = ?1 AND s.decision = ?2 AND s.since < ?3
ORDER BY s.since
LIMIT ?4`;

/** How many are over in a while, counted no further than ten thousand. Uses standing_by_age. */
export const COUNT_OVER = `
SELECT COUNT(*) AS count
FROM (SELECT 1 FROM standing
  WHERE item_kind = 'purpose' AND item = ?1 AND decision IN ('given', 'informed') AND since < ?2
  LIMIT 10000)`;

/** Uses submission_by_age. */
export const OLD_SUBMISSIONS = `
SELECT id
FROM submission
WHERE recorded_at < ?1
ORDER BY recorded_at
LIMIT ?2`;

export const COUNT_SUBMISSIONS = `
SELECT COUNT(*) AS count
FROM (SELECT 1 FROM submission WHERE recorded_at < ?1 LIMIT 10000)`;

/** The next of those who are old enough, whether or not they are stale. Uses person_by_age. */
export const OLD = `
SELECT p.id, p.email, p.locale, p.created_at AS createdAt,
  NOT EXISTS (SELECT 1 FROM standing WHERE person = p.id
    AND (decision IN ('given', 'pending', 'informed', 'restricted') OR since >= ?1))
  AND NOT EXISTS (SELECT 1 FROM submission WHERE person = p.id AND recorded_at >= ?1)
  AND NOT EXISTS (SELECT 1 FROM request WHERE person = p.id AND state IN ('open', 'waiting')) AS isStale
FROM person p
WHERE p.created_at < ?1 AND (p.created_at, p.id) > (?2, ?3)
ORDER BY p.created_at, p.id
LIMIT ?4`;

export const CURSOR = 'SELECT cursor FROM sweep WHERE name = ?1';

export const MOVE = `
INSERT INTO sweep (name, cursor)
VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor`;

const OverRow = z
  .object({ id: z.string(), email: z.string(), locale: z.string(), legalBasis: z.string() })
  .transform(({ legalBasis, ...person }) => ({ person, legalBasis }));

/** Those whose purpose has stood as `decision` without a sign of life since before a moment (UTC ms). */
export const readOver = async (
  db: Database,
  { purpose, decision }: { purpose: string; decision: 'given' | 'informed' },
  before: number,
  limit: number,
) => {
  const { results } = await db.prepare(OVER).bind(purpose, decision, before, limit).all();
  return z.array(OverRow).parse(results);
};

export const countOver = async (db: Database, purpose: string, before: number) =>
  (await db.prepare(COUNT_OVER).bind(purpose, before).first<number>('count')) ?? 0;

/** The ids of submissions from before a moment (UTC ms), the oldest first. */
export const readOldSubmissions = async (
  db: Database,
  before: number,
  limit: number,
): Promise<string[]> => {
  const { results } = await db.prepare(OLD_SUBMISSIONS).bind(before, limit).all();
  return z
    .array(z.object({ id: z.string() }))
    .parse(results)
    .map(({ id }) => id);
};

export const countSubmissions = async (db: Database, before: number) =>
  (await db.prepare(COUNT_SUBMISSIONS).bind(before).first<number>('count')) ?? 0;

const OldRow = z.object({
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  createdAt: z.number(),
  isStale: flag,
});

/** The next people known since before a moment, after those that a sweep has seen. */
export const readOld = async (
  db: Database,
  before: number,
  after: { createdAt: number; id: string },
  limit: number,
) =>
  z
    .array(OldRow)
    .parse((await db.prepare(OLD).bind(before, after.createdAt, after.id, limit).all()).results);

const Cursor = z.object({ createdAt: z.number(), id: z.string() });

export const readCursor = async (db: Database, name: string) => {
  const cursor = await db.prepare(CURSOR).bind(name).first<string>('cursor');
  return cursor ? Cursor.parse(JSON.parse(cursor)) : { createdAt: 0, id: '' };
};

export const moveCursor = (
  db: Database,
  name: string,
  cursor: z.infer<typeof Cursor>,
): D1PreparedStatement => db.prepare(MOVE).bind(name, JSON.stringify(cursor));

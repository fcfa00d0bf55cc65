import { z } from 'zod';
import { type BreachBody, type BreachCase, BreachFacts } from '../../contract/breach.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { saveEdit } from '../../platform/edits.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { json } from '../../platform/rows.ts';
import { HOUR } from '../../platform/time.ts';

/** The authority must be notified within this time (GDPR art. 33(1)). */
export const AUTHORITY_MS = 72 * HOUR;

const COLUMNS = `b.id, b.title, b.facts, b.discovered_at AS discoveredAt, b.authority_at AS authorityAt,
  b.closed_at AS closedAt, b.created_by AS createdBy, b.created_at AS createdAt,
  (SELECT COUNT(*) FROM breach_notified WHERE breach = b.id) AS notified,
  (SELECT MIN(notified_at) FROM breach_notified WHERE breach = b.id) AS firstNotifiedAt,
  (SELECT MAX(notified_at) FROM breach_notified WHERE breach = b.id) AS lastNotifiedAt`;

export const CASES = `
SELECT ${COLUMNS}
FROM breach_case b
ORDER BY b.discovered_at DESC
LIMIT 200`;

export const CASE = `
SELECT ${COLUMNS}
FROM breach_case b
WHERE b.id = ?1`;

export const WRITE = `
INSERT INTO breach_case (id, title, facts, discovered_at, created_by, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
  title = excluded.title,
  facts = excluded.facts,
  discovered_at = excluded.discovered_at`;

export const MARK = {
  authority: 'UPDATE breach_case SET authority_at = ?2 WHERE id = ?1 AND authority_at IS NULL',
  close: 'UPDATE breach_case SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL',
} as const;

export const NOTIFIED = `
INSERT INTO breach_notified (breach, person, notified_at)
SELECT ?1, p.id, ?3
FROM json_each(?2) t
JOIN person p ON p.id = t.value
WHERE true
ON CONFLICT (breach, person) DO NOTHING`;

const Row: z.ZodType<BreachCase> = z.object({
  id: z.string(),
  title: z.string(),
  facts: json(BreachFacts),
  discoveredAt: z.number(),
  authorityAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  createdBy: z.string(),
  createdAt: z.number(),
  notified: z.number(),
  firstNotifiedAt: z.number().nullable(),
  lastNotifiedAt: z.number().nullable(),
});

export const readBreaches = async (db: Database): Promise<BreachCase[]> =>
  z.array(Row).parse((await db.prepare(CASES).all()).results);

export const readBreach = async (db: Database, id: string): Promise<BreachCase> => {
  const row = await db.prepare(CASE).bind(id).first();
  if (!row) throw new ProblemError('not-found', { detail: 'There is no such case.' });
  return Row.parse(row);
};

/** Names a case among what is edited as a whole. */
export const breachEdit = (id: string): string => `breach/${id}`;

/** Opens a case, or changes one; throws 412 where somebody else has saved it since it was seen. */
export const saveBreach = async (
  caller: Caller,
  { title, discoveredAt, facts }: BreachBody,
  { id = crypto.randomUUID(), seen }: { id?: string; seen?: number | undefined } = {},
): Promise<string> => {
  const { db, actor, now } = caller;
  await saveEdit(caller, { object: breachEdit(id), seen }, [
    db.prepare(WRITE).bind(id, title, JSON.stringify(facts), discoveredAt, actor, now),
    audit(caller, {
      act: 'breach.save',
      object: `breach/${id}`,
      after: { title, discoveredAt, facts },
    }),
  ]);
  return id;
};

/** Whether a mark is still to be set, as a condition of the audit entry of setting it. */
export const IS_UNMARKED = {
  authority: 'EXISTS (SELECT 1 FROM breach_case WHERE id = ?7 AND authority_at IS NULL)',
  close: 'EXISTS (SELECT 1 FROM breach_case WHERE id = ?7 AND closed_at IS NULL)',
} as const;

/**
 * Records that the authority was notified, or that a case is closed. Throws 404 where there is no such case, and
 * 409 where it was recorded already: of two at once the second is told.
 */
export const markBreach = async (
  caller: Caller,
  id: string,
  what: keyof typeof MARK,
): Promise<void> => {
  const { db, now } = caller;
  const act = { act: `breach.${what}`, object: `breach/${id}` };
  const [, marked] = await db.batch([
    auditWhere(caller, act, IS_UNMARKED[what], id),
    db.prepare(MARK[what]).bind(id, now),
  ]);
  if (marked?.meta.changes === 1) return;
  await readBreach(db, id);
  throw new ProblemError('conflict', { detail: 'It was recorded already.' });
};

/** By the primary key. CROSS JOIN, so that SQLite begins with the few people. */
export const NOTIFIED_AMONG = `
SELECT t.person
FROM json_each(?2) e
CROSS JOIN breach_notified t ON t.breach = ?1 AND t.person = e.value`;

/** Returns which of these were already notified of a breach, so that none gets the email twice. */
export const notifiedAmong = async (
  db: Database,
  breach: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { results } = await db.prepare(NOTIFIED_AMONG).bind(breach, JSON.stringify(people)).all();
  return new Set(
    z
      .array(z.object({ person: z.string() }))
      .parse(results)
      .map(({ person }) => person),
  );
};

export const NOTIFIED_ROWS = `
SELECT t.person, p.email, t.notified_at AS notifiedAt
FROM breach_notified t
LEFT JOIN person p ON p.id = t.person
WHERE t.breach = ?1 AND t.person > ?2
ORDER BY t.person
LIMIT ?3`;

const NotifiedRow = z.object({
  person: z.string(),
  email: z.string().nullable(),
  notifiedAt: z.number(),
});

/** A slice of those who were notified, by person; the address is null if the person was erased since. */
export const notifiedOf = async (db: Database, breach: string, after: string, limit: number) =>
  z
    .array(NotifiedRow)
    .parse((await db.prepare(NOTIFIED_ROWS).bind(breach, after, limit).all()).results);

/** Makes the statement that records who was notified of a breach, and when. */
export const writeNotified = (
  db: Database,
  breach: string,
  people: readonly string[],
  now: number,
): D1PreparedStatement => db.prepare(NOTIFIED).bind(breach, JSON.stringify(people), now);

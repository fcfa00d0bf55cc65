import { z } from 'zod';
import {
  type AuthorityBody,
  BreachBody,
  type BreachCase,
  BreachDetails,
  BreachFacts,
  type BreachInput,
  BreachTranslations,
} from '../../contract/breach.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { saveEdit } from '../../platform/edits.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { json, parseRows } from '../../platform/rows.ts';
import { HOUR } from '../../platform/time.ts';
import { settling } from './reports.ts';

/** The authority must be notified within this time (GDPR art. 33(1)). */
export const AUTHORITY_MS = 72 * HOUR;

const COLUMNS = `b.id, b.title, b.facts, b.translations, b.details, b.discovered_at AS discoveredAt,
  b.authority_at AS authorityAt, b.authority_reference AS authorityReference,
  b.closed_at AS closedAt, b.created_by AS createdBy, b.created_at AS createdAt,
  b.notified, b.first_notified_at AS firstNotifiedAt, b.last_notified_at AS lastNotifiedAt`;

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
INSERT INTO breach_case (id, title, facts, discovered_at, created_by, created_at, translations, details)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET
  title = excluded.title,
  facts = excluded.facts,
  translations = excluded.translations,
  details = excluded.details,
  discovered_at = excluded.discovered_at`;

/** Said again, the last time counts: a reference often comes later than the notification. */
export const AUTHORITY = `
UPDATE breach_case
SET authority_at = COALESCE(?2, authority_at, ?4), authority_reference = ?3
WHERE id = ?1 AND (authority_at IS NULL OR ?5 = 1)`;

export const CLOSE = 'UPDATE breach_case SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL';

/** Counts those of them who are told only now; it stands before what writes them. */
export const COUNT_NOTIFIED = `
UPDATE breach_case AS b
SET notified = b.notified + fresh.count,
  first_notified_at = MIN(COALESCE(b.first_notified_at, ?3), ?3),
  last_notified_at = MAX(COALESCE(b.last_notified_at, ?3), ?3)
FROM (SELECT COUNT(*) AS count
  FROM person p
  WHERE p.id IN (SELECT value FROM json_each(?2))
    AND NOT EXISTS (SELECT 1 FROM breach_notified WHERE breach = ?1 AND person = p.id)) fresh
WHERE b.id = ?1 AND fresh.count > 0`;

/** Fails where one of them was notified meanwhile, and the batch with it. */
export const NOTIFIED = `
INSERT INTO breach_notified (breach, person, notified_at)
SELECT ?1, p.id, ?3
FROM json_each(?2) t
JOIN person p ON p.id = t.value`;

const Row: z.ZodType<BreachCase> = z.object({
  id: z.string(),
  title: z.string(),
  facts: json(BreachFacts),
  translations: json(BreachTranslations),
  details: json(BreachDetails),
  discoveredAt: z.number(),
  authorityAt: z.number().nullable(),
  authorityReference: z.string(),
  closedAt: z.number().nullable(),
  createdBy: z.string(),
  createdAt: z.number(),
  notified: z.number(),
  firstNotifiedAt: z.number().nullable(),
  lastNotifiedAt: z.number().nullable(),
});

export const readBreaches = async (db: Database): Promise<BreachCase[]> =>
  parseRows(Row, (await db.prepare(CASES).all()).results);

export const readBreach = async (db: Database, id: string): Promise<BreachCase> => {
  const row = await db.prepare(CASE).bind(id).first();
  if (!row) throw new ProblemError('not-found', { detail: 'There is no such case.' });
  return Row.parse(row);
};

/** Names a case among what is edited as a whole. */
export const breachEdit = (id: string): string => `breach/${id}`;

/** Which case is saved: a new one without an id; `report` is the report that it is opened from. */
type Saved = { id?: string; seen?: number | undefined; report?: string | undefined };

/**
 * Opens a case, which closes the report that it is opened from, or changes one; throws 412 where someone else has
 * saved it since it was seen.
 */
export const saveBreach = async (
  caller: Caller,
  body: BreachInput,
  { id = crypto.randomUUID(), seen, report }: Saved = {},
): Promise<string> => {
  const { db, actor, now } = caller;
  const { title, discoveredAt, facts, translations, details } = BreachBody.parse(body);
  await saveEdit(caller, { object: breachEdit(id), seen }, [
    db
      .prepare(WRITE)
      .bind(
        id,
        title,
        JSON.stringify(facts),
        discoveredAt,
        actor,
        now,
        JSON.stringify(translations),
        JSON.stringify(details),
      ),
    audit(caller, {
      act: 'breach.save',
      object: `breach/${id}`,
      after: { title, discoveredAt, facts, translations, details },
    }),
    ...(report ? settling(caller, report, id) : []),
  ]);
  return id;
};

/** Whether something is still to be recorded, as a condition of the audit entry of recording it. */
const isUnmarked = (column: 'authority_at' | 'closed_at'): string =>
  `EXISTS (SELECT 1 FROM breach_case WHERE id = ?7 AND (${column} IS NULL OR ?8 = 1))`;

const recorded = async (
  caller: Caller,
  id: string,
  marked: D1Result | undefined,
): Promise<void> => {
  if (marked?.meta.changes === 1) return;
  await readBreach(caller.db, id);
  throw new ProblemError('conflict', { detail: 'It was recorded already.' });
};

/**
 * Records when the authority was notified, and under which number it has the case. Throws 404 where there is no
 * such case, and 409 where it was recorded already and nothing else is said of it: of two at once the second is
 * told.
 */
export const markAuthority = async (
  caller: Caller,
  id: string,
  { at, reference }: AuthorityBody,
): Promise<void> => {
  const { db, now } = caller;
  const isSaid = at !== undefined || reference !== '' ? 1 : 0;
  const act = { act: 'breach.authority', object: `breach/${id}`, after: { at, reference } };
  const [, marked] = await db.batch([
    auditWhere(caller, act, isUnmarked('authority_at'), id, isSaid),
    db.prepare(AUTHORITY).bind(id, at ?? null, reference, now, isSaid),
  ]);
  await recorded(caller, id, marked);
};

/** Closes a case. Throws 404 where there is none, and 409 where it is closed already. */
export const closeBreach = async (caller: Caller, id: string): Promise<void> => {
  const { db, now } = caller;
  const act = { act: 'breach.close', object: `breach/${id}` };
  const [, marked] = await db.batch([
    auditWhere(caller, act, isUnmarked('closed_at'), id, 0),
    db.prepare(CLOSE).bind(id, now),
  ]);
  await recorded(caller, id, marked);
};

/** By the primary key. CROSS JOIN, so that SQLite begins with the few people. */
export const NOTIFIED_AMONG = `
SELECT t.person
FROM json_each(?2) e
CROSS JOIN breach_notified t ON t.breach = +?1 AND t.person = e.value`;

const NotifiedPerson = z.object({ person: z.string() });

/** Returns which of these were already notified of a breach, so that none gets the email twice. */
export const notifiedAmong = async (
  db: Database,
  breach: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { results } = await db.prepare(NOTIFIED_AMONG).bind(breach, JSON.stringify(people)).all();
  return new Set(parseRows(NotifiedPerson, results).map(({ person }) => person));
};

export const NOTIFIED_ROWS = `
SELECT t.person, p.email, t.notified_at AS notifiedAt
FROM breach_notified t
LEFT JOIN person p ON p.id = t.person
WHERE t.breach = +?1 AND t.person > ?2
ORDER BY t.person
LIMIT ?3`;

const NotifiedRow = z.object({
  person: z.string(),
  email: z.string().nullable(),
  notifiedAt: z.number(),
});

/** A slice of those who were notified, by person; the address is null if the person was erased since. */
export const notifiedOf = async (db: Database, breach: string, after: string, limit: number) =>
  parseRows(
    NotifiedRow,
    (await db.prepare(NOTIFIED_ROWS).bind(breach, after, limit).all()).results,
  );

/** Makes the statements that record who was notified of a breach, and when. */
export const writeNotified = (
  db: Database,
  breach: string,
  people: readonly string[],
  now: number,
): D1PreparedStatement[] =>
  [COUNT_NOTIFIED, NOTIFIED].map((sql) =>
    db.prepare(sql).bind(breach, JSON.stringify(people), now),
  );

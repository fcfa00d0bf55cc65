import { z } from 'zod';
import type { UntoldQuery } from '../../contract/notices.ts';
import type { Database } from '../../platform/database.ts';

/**
 * What people are told whose data came from elsewhere (GDPR art. 14): a letter at once where the source
 * says so, else a place in the queue. ?1 is a JSON array of `{person, letter}`.
 */
const WRITE_NOTICES = `
INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
SELECT n.value ->> 'letter', p.id, COALESCE(s.notice_template, 'source-notice'), p.locale,
  json_object('source', ?2), ?3, ?3
FROM json_each(?1) n
JOIN person p ON p.id = n.value ->> 'person'
JOIN source s ON s.key = ?2
WHERE (s.notice_automatic = 1 OR ?4 = 1)
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = p.id AND o.template IN ('source-notice', 'privacy-notice'))`;

const QUEUE = `
INSERT INTO untold (person, source, due_at)
SELECT p.id, ?2, ?3
FROM json_each(?1) n
JOIN person p ON p.id = n.value ->> 'person'
WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = p.id AND o.template IN ('source-notice', 'privacy-notice'))
ON CONFLICT (person) DO NOTHING`;

/** A notice that was asked for by hand goes out also to who has had one. */
const WRITE_AGAIN = `
INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
SELECT ?1, p.id, 'source-notice', COALESCE(?4, p.locale),
  json_object('source', COALESCE((SELECT source FROM standing WHERE person = p.id ORDER BY since LIMIT 1), 'manual')), ?3, ?3
FROM person p
WHERE p.id = ?2`;

const TOLD = 'DELETE FROM untold WHERE person = ?1';

/** Uses untold_by_due. */
const UNTOLD = `
SELECT u.person, u.source, u.due_at, p.email
FROM untold u
JOIN person p ON p.id = u.person
WHERE (u.due_at, u.person) > (?1, ?2)
ORDER BY u.due_at, u.person
LIMIT ?3`;

const COUNT = `
SELECT
  (SELECT COUNT(*) FROM (SELECT 1 FROM untold LIMIT 10000)) AS all_of_them,
  (SELECT COUNT(*) FROM (SELECT 1 FROM untold WHERE due_at < ?1 LIMIT 10000)) AS late`;

/** Whom a letter is for, and the id that it gets. */
export type Telling = { person: string; letter: string };

/** The statements that tell people who were just registered, or queue them to be told by hand. */
export const writeNotices = (
  db: Database,
  telling: readonly Telling[],
  {
    source,
    dueAt,
    now,
    isForced = false,
  }: { source: string; dueAt: number; now: number; isForced?: boolean },
): D1PreparedStatement[] => {
  const rows = JSON.stringify(telling);
  return [
    db.prepare(WRITE_NOTICES).bind(rows, source, now, isForced ? 1 : 0),
    db.prepare(QUEUE).bind(rows, source, dueAt),
  ];
};

/** The statements that tell one person now, in their own language unless another is named. */
export const writeNotice = (
  db: Database,
  { person, letter }: Telling,
  { locale, now }: { locale?: string | undefined; now: number },
): D1PreparedStatement[] => [
  db.prepare(WRITE_AGAIN).bind(letter, person, now, locale ?? null),
  db.prepare(TOLD).bind(person),
];

const Row = z
  .object({ person: z.string(), source: z.string(), due_at: z.number(), email: z.string() })
  .transform(({ due_at, ...row }) => ({ ...row, dueAt: due_at }));

/** Who has not been told yet, those due first first. */
export const readUntold = async (db: Database, after: UntoldQuery, limit: number) => {
  const { results } = await db.prepare(UNTOLD).bind(after.dueAt, after.person, limit).all();
  return z.array(Row).parse(results);
};

const CountRow = z.object({ all_of_them: z.number(), late: z.number() });

/** How many wait to be told, and how many longer than the law allows; no further than ten thousand. */
export const countUntold = async (db: Database, now: number) => {
  const { all_of_them, late } = CountRow.parse(await db.prepare(COUNT).bind(now).first());
  return { count: all_of_them, late };
};

export const noticeQueries = { WRITE_NOTICES, QUEUE, WRITE_AGAIN, TOLD, UNTOLD };

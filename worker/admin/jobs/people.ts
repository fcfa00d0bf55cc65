// Whom a job was about.
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';

/**
 * By the primary keys of person, job_person and job_added. CROSS JOIN, so that SQLite begins with the few addresses.
 */
export const EMAILS_OF = `
SELECT p.email
FROM json_each(?2) e
CROSS JOIN person p ON p.email = e.value
WHERE EXISTS (SELECT 1 FROM job_person WHERE job = ?1 AND person = p.number)
  OR p.number >= (SELECT first FROM job_added WHERE job = ?1 AND last >= p.number ORDER BY last LIMIT 1)`;

export const KEEP_KNOWN = `
INSERT INTO job_person (job, person, recorded_at)
SELECT ?1, p.number, ?3
FROM json_each(?2) one
JOIN person p ON p.id = one.value
WHERE true
ON CONFLICT (job, person) DO NOTHING`;

/** All in one row: nobody else becomes known within a batch. */
export const KEEP_ADDED = `
INSERT INTO job_added (job, last, first, recorded_at)
SELECT ?1, MAX(p.number), MIN(p.number), ?3
FROM json_each(?2) one
JOIN person p ON p.id = one.value
HAVING COUNT(*) > 0`;

const EmailRow = z.object({ email: z.string() });

/** Those of some addresses that earlier slices of a job were about. */
export const emailsOf = async (
  db: Database,
  job: string,
  emails: readonly string[],
): Promise<Set<string>> => {
  const { results } = await db.prepare(EMAILS_OF).bind(job, JSON.stringify(emails)).all();
  const rows = parseRows(EmailRow, results);
  return new Set(rows.map(({ email }) => email));
};

/** Makes the statements that keep whom a slice was about; in its batch they follow those that write of them. */
export const keepPeople = (
  db: Database,
  job: string,
  people: readonly { id: string; isNew: boolean }[],
  now: number,
): D1PreparedStatement[] => {
  const keep = (sql: string, areNew: boolean): D1PreparedStatement[] => {
    const ids = people.filter(({ isNew }) => isNew === areNew).map(({ id }) => id);
    return ids.length === 0 ? [] : [db.prepare(sql).bind(job, JSON.stringify(ids), now)];
  };
  return [...keep(KEEP_KNOWN, false), ...keep(KEEP_ADDED, true)];
};

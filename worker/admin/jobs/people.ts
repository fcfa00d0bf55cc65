// Whom a job was about.
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';

/** By the primary keys of person and job_person. CROSS JOIN, so that SQLite begins with the few addresses. */
export const EMAILS_OF = `
SELECT p.email
FROM json_each(?2) e
CROSS JOIN person p ON p.email = e.value
CROSS JOIN job_person j ON j.job = ?1 AND j.person = p.id`;

export const KEEP_PEOPLE = `
INSERT INTO job_person (job, person, recorded_at, added)
SELECT ?1, p.id, ?3, one.value ->> 'isNew'
FROM json_each(?2) one
JOIN person p ON p.id = one.value ->> 'id'
WHERE true
ON CONFLICT (job, person) DO NOTHING`;

/** Those of some addresses that earlier slices of a job were about. */
export const emailsOf = async (
  db: Database,
  job: string,
  emails: readonly string[],
): Promise<Set<string>> => {
  const { results } = await db.prepare(EMAILS_OF).bind(job, JSON.stringify(emails)).all();
  const rows = z.array(z.object({ email: z.string() })).parse(results);
  return new Set(rows.map(({ email }) => email));
};

/** Makes the statement that keeps whom a slice was about; in its batch it follows those that write of them. */
export const keepPeople = (
  db: Database,
  job: string,
  people: readonly { id: string; isNew: boolean }[],
  now: number,
): D1PreparedStatement =>
  db
    .prepare(KEEP_PEOPLE)
    .bind(job, JSON.stringify(people.map(({ id, isNew }) => ({ id, isNew }))), now);

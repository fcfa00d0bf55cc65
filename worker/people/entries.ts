// The codes by which a person signs in to their preference centre. Visitors ask for one, and staff send one.
import { z } from 'zod';
import { mayGetEmail } from '../outbox/caps.ts';
import { insertEmails } from '../outbox/queue.ts';
import type { Database } from '../platform/database.ts';
import { MINUTE } from '../platform/time.ts';
import { trimDue } from '../platform/trim.ts';

/**
 * Nothing is written for an address that nobody has, nor where no email may go out: else codes could be
 * asked for without end, and one of them guessed.
 */
export const WRITE_ENTRY = `
INSERT INTO entry (id, person, expires_at)
SELECT ?1, p.id, ?3
FROM person p
WHERE p.email = +?2
  AND ${mayGetEmail('entry', 'p.id', '?4')}`;

export const WRITE_EMAIL = insertEmails(
  'entry',
  {
    id: '?2',
    person: 'e.person',
    locale: 'COALESCE(?3, p.locale)',
    facts: { entry: 'e.id' },
    now: '?4',
  },
  `FROM entry e
JOIN person p ON p.id = e.person
WHERE e.id = +?1
  AND ${mayGetEmail('entry', 'e.person', '?4')}`,
);

/** Uses up one of five tries. */
export const COUNT_TRY = `
UPDATE entry
SET tries = tries + 1
WHERE id = ?1 AND tries < 5 AND used_at IS NULL AND expires_at > ?2`;

/** The same by the right code, which is used up itself. */
export const USE_CODE = `
UPDATE entry
SET tries = tries + 1, used_at = ?2
WHERE id = ?1 AND tries < 5 AND used_at IS NULL AND expires_at > ?2
RETURNING person`;

/** A code that was used has reached its person: that an email to them bounced is over. */
export const FORGET_BOUNCE = `
DELETE FROM undeliverable
WHERE person = (SELECT person FROM entry WHERE id = ?1 AND used_at = ?2)`;

/** Uses entry_by_expiry, as the next. */
export const ENTRIES_DUE = 'SELECT 1 AS due FROM entry WHERE expires_at <= ?1 LIMIT 1';

export const FORGET_ENTRIES = `
DELETE FROM entry
WHERE id IN (SELECT id FROM entry WHERE expires_at <= ?1 LIMIT ?2)`;

/** What the six digits of an entry are made from. */
export const codeOf = (entry: string): string => `entry:${entry}`;

const CODE_MS = 10 * MINUTE;

/** A code that a person asked for: `message` is the email that says it. */
export type NewEntry = {
  id: string;
  email: string;
  message: string;
  locale: string | null;
};

/** Makes the statements that write the code and its email, or nothing where nobody has the address. */
export const writeEntry = (
  db: Database,
  { id, email, message, locale }: NewEntry,
  now: number,
): D1PreparedStatement[] => [
  db.prepare(WRITE_ENTRY).bind(id, email, now + CODE_MS, now),
  db.prepare(WRITE_EMAIL).bind(id, message, locale, now),
];

/** Uses up a try, which a wrong code comes to. */
export const countTry = (db: Database, id: string, now: number): Promise<unknown> =>
  db.prepare(COUNT_TRY).bind(id, now).run();

const Used = z.array(z.object({ person: z.string() }));

/** Uses up a code that is right, and tells whose it is: null where it was used, has expired, or no try is left. */
export const useCode = async (db: Database, id: string, now: number): Promise<string | null> => {
  const [used] = await db.batch(
    [USE_CODE, FORGET_BOUNCE].map((sql) => db.prepare(sql).bind(id, now)),
  );
  return Used.parse(used?.results)[0]?.person ?? null;
};

export const forgetEntries = (db: Database, before: number, limit: number) =>
  trimDue(db, { due: ENTRIES_DUE, trim: FORGET_ENTRIES }, before, limit);

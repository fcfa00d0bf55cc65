// The codes by which a person signs in to their preference centre. Visitors ask for one, and staff send one.
import { mayGetEmail } from '../outbox/caps.ts';
import { insertEmails } from '../outbox/queue.ts';
import type { Database } from '../platform/database.ts';
import { MINUTE } from '../platform/time.ts';
import { forgetBounce } from './bounces.ts';

/**
 * Nothing is written for an address that nobody has, nor where no email may go out: else codes could be
 * asked for without end, and one of them guessed.
 */
export const WRITE_ENTRY = `
INSERT INTO entry (id, person, expires_at)
SELECT ?1, p.id, ?3
FROM person p
WHERE p.email = ?2
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
WHERE e.id = ?1
  AND ${mayGetEmail('entry', 'e.person', '?4')}`,
);

/** Uses up one of five tries. */
export const COUNT_TRY = `
UPDATE entry
SET tries = tries + 1
WHERE id = ?1 AND tries < 5 AND used_at IS NULL AND expires_at > ?2
RETURNING person`;

export const MARK_USED = 'UPDATE entry SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL';

/** Uses entry_by_expiry. */
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

/** Whose entry it is, if there is a try left; it is used up by asking. */
export const useTry = (db: Database, id: string, now: number): Promise<string | null> =>
  db.prepare(COUNT_TRY).bind(id, now).first<string>('person');

/** Uses up a person's code, which has reached them: a bounce before it is over. True for the first who does. */
export const markUsed = async (
  db: Database,
  id: string,
  person: string,
  now: number,
): Promise<boolean> => {
  const [used] = await db.batch([db.prepare(MARK_USED).bind(id, now), forgetBounce(db, person)]);
  return used?.meta.changes === 1;
};

export const forgetEntries = (db: Database, before: number, limit: number) =>
  db.prepare(FORGET_ENTRIES).bind(before, limit).run();

import { mayGetEmail } from '../../outbox/caps.ts';
import { insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';

/**
 * Hangs from the submission of the same batch. Times are UTC ms. Where no email may go out there is no
 * try for its code either: else someone could sign another up without end, and guess one of the codes.
 */
export const WRITE_CONFIRMATION = `
INSERT INTO confirmation (submission, expires_at, tries)
SELECT s.id, ?2, CASE WHEN ${mayGetEmail('confirmation', 's.person', 's.recorded_at')} THEN 0 ELSE 5 END
FROM submission s
WHERE s.id = +?1`;

/** The email with link and code. */
export const WRITE_EMAIL = insertEmails(
  'confirmation',
  {
    id: '?2',
    person: 's.person',
    locale: 's.locale',
    facts: { submission: 's.id' },
    now: '?3',
  },
  `FROM submission s
JOIN confirmation c ON c.submission = s.id
WHERE s.id = +?1
  AND c.confirmed_at IS NULL
  AND ${mayGetEmail('confirmation', 's.person', '?3')}`,
);

/**
 * Gives the code its tries once its first email may go out: where that was capped, there were none. A later
 * email gives no more. Uses outbox_by_person.
 */
export const ALLOW_TRIES = `
UPDATE confirmation
SET tries = 0
WHERE submission = ?1
  AND EXISTS (SELECT 1 FROM submission s
    WHERE s.id = +?1
      AND ${mayGetEmail('confirmation', 's.person', '?2')}
      AND NOT EXISTS (SELECT 1 FROM outbox o
        WHERE o.person = s.person AND o.template = 'confirmation' AND o.facts ->> '$.submission' = s.id))`;

const writeEmail = (
  db: Database,
  submission: string,
  email: string,
  now: number,
): D1PreparedStatement => db.prepare(WRITE_EMAIL).bind(submission, email, now);

/** Makes the statements that write the email once more, unless the person got enough of them already. */
export const writeEmailAgain = (
  db: Database,
  submission: string,
  email: string,
  now: number,
): D1PreparedStatement[] => [
  db.prepare(ALLOW_TRIES).bind(submission, now),
  writeEmail(db, submission, email, now),
];

/**
 * Makes the statements that ask for a submission to be confirmed until a time (UTC ms), the email's own
 * last. They belong in the batch of the submission.
 */
export const askToConfirm = (
  db: Database,
  submission: string,
  { email, expiresAt }: { email: string; expiresAt: number },
  now: number,
): D1PreparedStatement[] => [
  db.prepare(WRITE_CONFIRMATION).bind(submission, expiresAt),
  writeEmail(db, submission, email, now),
];

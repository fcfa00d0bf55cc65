import { insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';

export const WRITE_PAUSE = `
INSERT INTO pause (person, subscription, until)
VALUES (?1, ?2, ?3)
ON CONFLICT (person, subscription) DO UPDATE SET until = excluded.until`;

/** Lets a subscription rest until a moment; one that has gone by ends the pause. */
export const writePause = (db: Database, person: string, subscription: string, until: number) =>
  db.prepare(WRITE_PAUSE).bind(person, subscription, until);

/** One receipt for what was recorded at one moment, however often it is asked for. Uses outbox_by_person. */
export const WRITE_RECEIPT = insertEmails(
  'receipt',
  { id: '?2', person: 'p.id', locale: 'p.locale', facts: { recordedAt: '?3' }, now: '?4' },
  `FROM person p
WHERE p.id = +?1
  AND EXISTS (SELECT 1 FROM record WHERE number = p.number AND recorded_at = ?3 AND source = 'preference-centre')
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = p.id AND o.template = 'receipt'
    AND json_extract(o.facts, '$.recordedAt') = ?3)`,
);

/** Writes the email that says what a person recorded at a moment, if they did and it was not sent yet. */
export const writeReceipt = (
  db: Database,
  person: string,
  { id, recordedAt }: { id: string; recordedAt: number },
  now: number,
): D1PreparedStatement => db.prepare(WRITE_RECEIPT).bind(person, id, recordedAt, now);

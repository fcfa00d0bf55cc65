import { z } from 'zod';
import { mayGetEmail } from '../../outbox/caps.ts';
import { insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';
import { flag } from '../../platform/rows.ts';
import { DAY } from '../../platform/time.ts';
import { trimDue } from '../../platform/trim.ts';

/**
 * One change at a time: asking again takes the place of what was asked before. Nothing is written where
 * no email may go out, neither by this person nor to that address.
 */
export const WRITE_CHANGE = `
INSERT INTO address_change (id, person, email, expires_at)
SELECT ?1, p.id, ?3, ?4
FROM person p
WHERE p.id = +?2
  AND ${mayGetEmail('address-new', 'p.id', '?5')}
  AND (SELECT COUNT(*) FROM outbox WHERE recipient = ?3 AND template = 'address-new' AND created_at > ?5 - ${DAY}) < 3
ON CONFLICT (person) DO UPDATE SET
  id = excluded.id,
  email = excluded.email,
  expires_at = excluded.expires_at,
  old_at = NULL,
  new_at = NULL`;

/** An email to the address that emails go to now, or to the new one. */
export const WRITE_EMAIL = insertEmails(
  'address-new',
  {
    id: '?2',
    person: 'p.id',
    template: '?3',
    locale: 'p.locale',
    facts: { change: 'c.id' },
    recipient: "CASE ?3 WHEN 'address-new' THEN c.email ELSE p.email END",
    now: '?4',
  },
  `FROM address_change c
JOIN person p ON p.id = c.person
WHERE c.id = +?1`,
);

export const CHANGE = `
SELECT c.id, c.person, c.email, p.email AS was, p.locale, c.expires_at AS expiresAt,
  c.old_at IS NOT NULL AS byOld, c.new_at IS NOT NULL AS byNew,
  EXISTS (SELECT 1 FROM person WHERE email = c.email) AS isTaken
FROM address_change c
JOIN person p ON p.id = c.person
WHERE c.id = +?1`;

export const CONFIRM_OLD = 'UPDATE address_change SET old_at = COALESCE(old_at, ?2) WHERE id = ?1';
export const CONFIRM_NEW = 'UPDATE address_change SET new_at = COALESCE(new_at, ?2) WHERE id = ?1';

export const FORGET_CHANGE = 'DELETE FROM address_change WHERE id = ?1';

/** Uses address_change_by_expiry, as the next. */
export const CHANGES_DUE = 'SELECT 1 AS due FROM address_change WHERE expires_at <= ?1 LIMIT 1';

export const FORGET_CHANGES = `
DELETE FROM address_change
WHERE id IN (SELECT id FROM address_change WHERE expires_at <= ?1 LIMIT ?2)`;

/** Where the two emails of a change go. */
export const sides = ['old', 'new'] as const;
export type Side = (typeof sides)[number];

export type NewChange = { id: string; person: string; email: string; expiresAt: number };

/** Writes a change and its two emails, whose ids are `messages`, or nothing of it. */
export const writeChange = async (
  db: Database,
  { id, person, email, expiresAt }: NewChange,
  messages: Record<Side, string>,
  now: number,
): Promise<void> => {
  await db.batch([
    db.prepare(WRITE_CHANGE).bind(id, person, email, expiresAt, now),
    ...sides.map((side) =>
      db.prepare(WRITE_EMAIL).bind(id, messages[side], `address-${side}`, now),
    ),
  ]);
};

const ChangeRow = z
  .object({
    id: z.string(),
    person: z.string(),
    email: z.string(),
    was: z.string(),
    locale: z.string(),
    expiresAt: z.number(),
    byOld: flag,
    byNew: flag,
    isTaken: flag,
  })
  .transform(({ byOld, byNew, ...row }) => ({ ...row, confirmed: { old: byOld, new: byNew } }));

/** A change that waits: from which address to which, who has agreed, and whether someone has it already. */
export type Change = z.infer<typeof ChangeRow>;

export const readChange = async (db: Database, id: string): Promise<Change | null> => {
  const row = await db.prepare(CHANGE).bind(id).first();
  return row && ChangeRow.parse(row);
};

export const confirmSide = (db: Database, id: string, side: Side, now: number) =>
  db
    .prepare(side === 'old' ? CONFIRM_OLD : CONFIRM_NEW)
    .bind(id, now)
    .run();

/** Makes the statement that forgets a change, once it is made. */
export const forgetChange = (db: Database, id: string): D1PreparedStatement =>
  db.prepare(FORGET_CHANGE).bind(id);

export const forgetChanges = (db: Database, before: number, limit: number) =>
  trimDue(db, { due: CHANGES_DUE, trim: FORGET_CHANGES }, before, limit);

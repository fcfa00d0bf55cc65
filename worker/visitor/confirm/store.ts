import { z } from 'zod';
import { Decided } from '../../contract/submission.ts';
import { writeRecords } from '../../ledger/of-submission.ts';
import type { SealedRecord } from '../../ledger/record.ts';
import { isOfSubmission } from '../../ledger/stored.ts';
import { insertEmails } from '../../outbox/queue.ts';
import { forgetBounce } from '../../people/bounces.ts';
import { forgetUnconfirmedPerson } from '../../people/erase.ts';
import type { Database } from '../../platform/database.ts';
import { gather } from '../../platform/gather.ts';
import { json } from '../../platform/rows.ts';
import { countSubmission } from '../../statistics/store.ts';
import { deleteSubmissions, idOfReceipt, receiptOf } from '../../submissions/store.ts';

const PENDING = `
SELECT s.id, s.person, ${receiptOf('s')} AS receipt, s.form, s.version, s.page, s.locale, s.decisions,
  (SELECT sha256 FROM statement WHERE number = s.statement) AS statement,
  c.expires_at AS expiresAt, c.confirmed_at AS confirmedAt,
  (SELECT lower(hex(o.subject))
    FROM occasion o
    WHERE o.person = p.number AND ${isOfSubmission('o', 's.id')}
    LIMIT 1) AS subject,
  p.email, p.links_after AS linksAfter
FROM submission s
JOIN confirmation c ON c.submission = s.id
JOIN person p ON p.id = s.person`;

export const PENDING_BY_ID = `${PENDING}
WHERE s.id = +?1`;

export const PENDING_BY_RECEIPT = `${PENDING}
WHERE s.id = ${idOfReceipt('?1')}`;

/** Five tries for a code; a new email gives no more. */
export const COUNT_TRY = `
UPDATE confirmation
SET tries = tries + 1
WHERE submission = ${idOfReceipt('?1')} AND tries < 5 AND expires_at > ?2`;

export const MARK_CONFIRMED = `
UPDATE confirmation
SET confirmed_at = ?2
WHERE submission = ?1 AND confirmed_at IS NULL`;

/** The privacy notice (GDPR art. 13) waits until the address is known to be the person's own. */
export const WRITE_NOTICE = insertEmails(
  'privacy-notice',
  {
    id: '?2',
    person: 's.person',
    template: 'source.notice_template',
    locale: 's.locale',
    facts: { submission: 's.id' },
    now: '?3',
  },
  `FROM submission s
JOIN source ON source.key = 'web-form'
WHERE s.id = +?1
  AND source.notice_automatic = 1
  AND source.notice_template IS NOT NULL
  AND EXISTS (SELECT 1 FROM standing WHERE person = s.person AND decision IN ('given', 'informed'))
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = s.person AND o.template = source.notice_template)`,
);

/** Uses confirmation_open, as the next. */
export const OVERDUE = `
SELECT 1 AS due
FROM confirmation
WHERE confirmed_at IS NULL AND expires_at <= ?1
LIMIT 1`;

export const UNCONFIRMED = `
SELECT submission
FROM confirmation
WHERE confirmed_at IS NULL AND expires_at <= ?1
LIMIT ?2`;

const Pending = z.object({
  id: z.string(),
  person: z.string(),
  receipt: z.string(),
  form: z.string(),
  version: z.number(),
  page: z.string().nullable(),
  locale: z.string(),
  statement: z.string(),
  subject: z.string().nullable(),
  email: z.string(),
  /** Links that were made before this moment (UTC ms) confirm nothing: they went to another address. */
  linksAfter: z.number(),
  decisions: json(z.array(Decided)),
  expiresAt: z.number(),
  confirmedAt: z.number().nullable(),
});

/** A submission that waits, or waited, for its confirmation. */
export type Pending = z.infer<typeof Pending>;

const read = async (query: D1PreparedStatement): Promise<Pending | null> => {
  const row = await query.first();
  return row && Pending.parse(row);
};

export const pendingById = (db: Database, id: string): Promise<Pending | null> =>
  read(db.prepare(PENDING_BY_ID).bind(id));

export const pendingByReceipt = (db: Database, receipt: string): Promise<Pending | null> =>
  read(db.prepare(PENDING_BY_RECEIPT).bind(receipt));

/** Reads the submission that a code is tried for, and whether there was a try left; it is used up by asking. */
export const useTry = async (
  db: Database,
  receipt: string,
  now: number,
): Promise<{ pending: Pending | null; hasTry: boolean }> => {
  const trip = gather(db);
  const [tried, pending] = await Promise.all([
    trip.prepare(COUNT_TRY).bind(receipt, now).run(),
    pendingByReceipt(trip, receipt),
  ]);
  return { pending, hasTry: tried.meta.changes === 1 };
};

/** Makes the statements by which what was pending is given, for one batch. Done twice, they write once. */
export const writeConfirmed = (
  db: Database,
  pending: Pending,
  records: readonly SealedRecord[],
  recordedAt: number,
  notice: string,
): D1PreparedStatement[] => [
  db.prepare(MARK_CONFIRMED).bind(pending.id, recordedAt),
  ...writeRecords(db, pending.id, 'confirmed', records),
  db.prepare(WRITE_NOTICE).bind(pending.id, notice, recordedAt),
  // An email has reached this address after the one that bounced.
  forgetBounce(db, pending.person),
  countSubmission(db, pending, 'confirmed', recordedAt),
];

/** Submissions that nobody confirmed and whose links ended before a time. */
export const readUnconfirmed = async (
  db: Database,
  before: number,
  limit: number,
): Promise<string[]> => {
  const { results } = await db.prepare(UNCONFIRMED).bind(before, limit).all();
  return z
    .array(z.object({ submission: z.string() }))
    .parse(results)
    .map((row) => row.submission);
};

/** Ends what was pending and forgets the submission, and the person if nothing else is known of them. */
export const forgetUnconfirmed = async (
  db: Database,
  { id, person }: Pending,
  records: readonly SealedRecord[],
): Promise<void> => {
  await db.batch([
    ...writeRecords(db, id, 'unconfirmed', records),
    deleteSubmissions(db, [id]),
    forgetUnconfirmedPerson(db, person),
  ]);
};

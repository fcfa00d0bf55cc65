import { z } from 'zod';
import { Decided } from '../../contract/submission.ts';
import type { SealedRecord } from '../../ledger/record.ts';
import { keepSubject, writeRecords } from '../../ledger/store.ts';
import { insertEmails, queuedIn } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';
import { countSubmission } from '../../statistics/store.ts';
import { writeConfirmation, writeEmail } from '../confirm/store.ts';

/** All that one submission writes, ready to bind. Times are UTC ms. */
export type Writing = {
  id: string;
  form: string;
  version: number;
  /** The id the person gets if the address is new; else the person already has one. */
  person: string;
  email: string;
  idempotencyKey: string;
  bodySha256: string;
  receipt: string;
  /** The id of the email that follows, should one do. */
  message: string;
  statement: string;
  locale: string;
  page: string | null;
  fields: Record<string, string | string[]>;
  /** What is kept with the person where nothing is kept yet, by name. */
  personFields: Record<string, string>;
  /** Of whom those are kept only after somebody has looked. */
  review: 'none' | 'unknown' | 'all';
  decisions: Decided[];
  recordedAt: number;
  subject: { sha256: string; salt: string };
  source: string;
  actor: string;
  records: SealedRecord[];
  /** Set where decisions wait for a confirmation. */
  confirmation: { expiresAt: number } | null;
  evidence: { ip: string | null; userAgent: string | null; expiresAt: number } | null;
};

/**
 * Everything else in the batch hangs from this row. It is not written when the form is closed (checked
 * here, in the same write) or when the Idempotency-Key was used before.
 */
export const WRITE_SUBMISSION = `
INSERT INTO submission (id, form, version, person, idempotency_key, body_sha256, receipt, statement,
  locale, page, fields, decisions, recorded_at)
SELECT ?1, f.key, ?3, COALESCE((SELECT id FROM person WHERE email = ?5), ?4), ?6, ?7, ?8, ?9,
  ?10, ?11, ?12, ?13, ?14
FROM form f
WHERE f.key = ?2
  AND f.active = 1
  AND (f.expires_at IS NULL OR f.expires_at > ?14)
  AND (f.max_submissions IS NULL OR f.submissions < f.max_submissions)
ON CONFLICT (form, idempotency_key) DO NOTHING`;

export const WRITE_PERSON = `
INSERT INTO person (id, email, locale, created_at)
SELECT s.person, ?2, s.locale, s.recorded_at
FROM submission s
WHERE s.id = ?1
ON CONFLICT (email) DO NOTHING`;

/**
 * An anonymous form fills in what is empty, and never overwrites. Where somebody is to look first (?3), of
 * all or of those who were unknown before (?4 is the id that such a one got), nothing is filled in.
 */
export const WRITE_PERSON_FIELDS = `
INSERT INTO person_field (person, name, value, recorded_at)
SELECT s.person, f.key, f.value, s.recorded_at
FROM submission s
JOIN json_each(?2) f
WHERE s.id = ?1
  AND (?3 = 'none' OR ?3 = 'unknown' AND s.person <> ?4)
ON CONFLICT (person, name) DO NOTHING`;

export const WRITE_EVIDENCE = `
INSERT INTO evidence (submission, ip, user_agent, expires_at)
SELECT s.id, ?2, ?3, ?4
FROM submission s
WHERE s.id = ?1`;

/**
 * Writes the privacy notice (GDPR art. 13) once, with the first yes or notice that a submission records of
 * a person. Whoever only said no gets no email; a yes that comes later brings it. Uses record_by_person.
 */
export const WRITE_NOTICE = insertEmails(
  'privacy-notice',
  {
    id: '?2',
    person: 's.person',
    template: 'source.notice_template',
    locale: 's.locale',
    facts: { submission: 's.id' },
    now: 's.recorded_at',
  },
  `FROM submission s
JOIN source ON source.key = 'web-form'
WHERE s.id = ?1
  AND source.notice_automatic = 1
  AND source.notice_template IS NOT NULL
  AND EXISTS (SELECT 1 FROM record r
    WHERE r.person = s.person AND r.submission = s.id AND r.decision = 'given')
  AND NOT EXISTS (SELECT 1 FROM record r
    WHERE r.person = s.person AND r.submission IS NOT s.id AND r.decision = 'given')`,
);

/** Whether it was this batch that wrote it or an earlier one: the same request twice is one round trip too. */
export const SUBMISSION_BY_KEY = `
SELECT id, body_sha256, receipt, decisions, recorded_at
FROM submission
WHERE form = ?1 AND idempotency_key = ?2`;

const Row = z.object({
  id: z.string(),
  body_sha256: z.string(),
  receipt: z.string(),
  decisions: z.string(),
  recorded_at: z.number(),
});

/** What an Idempotency-Key names after the batch: this submission, or the one before it. */
export type Written = {
  submission: string;
  bodySha256: string;
  receipt: string;
  decisions: Decided[];
  recordedAt: number;
  /** Whether this batch wrote an email. */
  hasEmail: boolean;
};

const evidenceOf = (db: Database, { id, evidence }: Writing): D1PreparedStatement[] =>
  evidence
    ? [db.prepare(WRITE_EVIDENCE).bind(id, evidence.ip, evidence.userAgent, evidence.expiresAt)]
    : [];

/** The statements for the email that follows, the email's own last: one to confirm, or else the privacy notice. */
const emailOf = (db: Database, writing: Writing): D1PreparedStatement[] => {
  const { id, message, confirmation, recordedAt } = writing;
  return confirmation
    ? [writeConfirmation(db, id, confirmation.expiresAt), writeEmail(db, id, message, recordedAt)]
    : [db.prepare(WRITE_NOTICE).bind(id, message)];
};

const personFieldsOf = (
  db: Database,
  { id, personFields, review, person }: Writing,
): D1PreparedStatement[] =>
  Object.keys(personFields).length > 0
    ? [db.prepare(WRITE_PERSON_FIELDS).bind(id, JSON.stringify(personFields), review, person)]
    : [];

/**
 * Writes a submission with everything that follows from it in one batch: all or nothing, one round
 * trip. Null when the form is closed. Throws what D1 throws, and then nothing was written.
 */
export const writeSubmission = async (db: Database, writing: Writing): Promise<Written | null> => {
  const { id, form } = writing;
  const results = await db.batch([
    db
      .prepare(WRITE_SUBMISSION)
      .bind(
        id,
        form,
        writing.version,
        writing.person,
        writing.email,
        writing.idempotencyKey,
        writing.bodySha256,
        writing.receipt,
        writing.statement,
        writing.locale,
        writing.page,
        JSON.stringify(writing.fields),
        JSON.stringify(writing.decisions),
        writing.recordedAt,
      ),
    db.prepare(WRITE_PERSON).bind(id, writing.email),
    ...personFieldsOf(db, writing),
    keepSubject(db, id, writing.email, writing.subject),
    ...writeRecords(
      db,
      id,
      { ...writing, subject: writing.subject.sha256, authority: 'person' },
      writing.records,
    ),
    ...evidenceOf(db, writing),
    countSubmission(db, id, { what: 'submitted', page: writing.page, at: writing.recordedAt }),
    ...emailOf(db, writing),
    db.prepare(SUBMISSION_BY_KEY).bind(form, writing.idempotencyKey),
  ]);
  const [email, byKey] = results.slice(-2);
  const [row] = z.array(Row).parse(byKey?.results);
  if (!row) return null;
  return {
    submission: row.id,
    bodySha256: row.body_sha256,
    receipt: row.receipt,
    decisions: z.array(Decided).parse(JSON.parse(row.decisions)),
    recordedAt: row.recorded_at,
    hasEmail: queuedIn(email).length > 0,
  };
};

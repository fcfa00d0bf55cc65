// What was sent in forms: visitors send it, staff process it, and retention deletes it.
import { z } from 'zod';
import { TemplateName } from '../contract/emails.ts';
import { Decided } from '../contract/submission.ts';
import type { Database } from '../platform/database.ts';
import { randomHex, sha256 } from '../platform/hash.ts';
import { json, parseRows } from '../platform/rows.ts';
import type { WhereFrom } from '../platform/where-from.ts';
import { submissionsOf } from '../statistics/store.ts';

/** A submission, ready to bind. Times are UTC ms. */
export type NewSubmission = {
  id: string;
  form: string;
  version: number;
  /** The id the person gets if the address is new; else the person already has one. */
  person: string;
  email: string;
  /** As `keyHash` makes it of the Idempotency-Key. */
  keyHash: string;
  bodySha256: string;
  /** Where the page has made one itself, because it cannot wait for ours. */
  receipt: string | null;
  statement: string;
  locale: string;
  page: string | null;
  fields: Record<string, string | string[]>;
  decisions: Decided[];
  recordedAt: number;
  /** Where it came from, as far as that is kept. */
  evidence: Evidence | null;
};

/** Where a submission came from, and until when (UTC ms) that is kept. */
export type Evidence = WhereFrom & { expiresAt: number };

/** The latest time that fits the 48 bits which begin a UUIDv7. */
const LATEST = 2 ** 48 - 1;

/** Makes where the ids of a time (UTC ms) begin: those of all that was sent before are less. */
export const idsAt = (time: number): string => {
  const hex = Math.min(Math.max(time, 0), LATEST).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
};

/** Makes what stands for an Idempotency-Key of any length: the first half of its SHA-256, in hex. */
export const keyHash = async (idempotencyKey: string): Promise<string> =>
  (await sha256(idempotencyKey)).slice(0, 32);

/** What proves a submission `s` to those who hold it, as SQL: a receipt that the page made, or ours. */
export const receiptOf = (s: string): string =>
  `COALESCE(${s}.receipt, replace(${s}.id, '-', '') || lower(hex(${s}.secret)))`;

/** The id of the submission with a receipt, as SQL. One of ours begins with it; others are found by submission_by_receipt. */
export const idOfReceipt = (receipt: string): string => `COALESCE(
    (SELECT ours.id FROM submission ours
      WHERE ours.id = format('%s-%s-%s-%s-%s', substr(${receipt}, 1, 8), substr(${receipt}, 9, 4),
        substr(${receipt}, 13, 4), substr(${receipt}, 17, 4), substr(${receipt}, 21, 12))
        AND ours.secret = unhex(substr(${receipt}, 33))),
    (SELECT id FROM submission WHERE receipt = ${receipt}))`;

/** Bytes that nobody guesses, in hex: 128 random bits. */
const newSecret = (): string => randomHex(16);

/**
 * Everything else in the batch hangs from this row. It is not written when the form is closed (checked
 * here, in the same write) or when the Idempotency-Key was used before.
 */
export const ADD_SUBMISSION = `
INSERT INTO submission (id, form, version, person, idempotency_key, body_sha256, receipt, secret, statement,
  locale, page, fields, decisions, recorded_at, evidence_until)
VALUES (
  iif(EXISTS (SELECT 1 FROM form f
    WHERE f.key = ?2
      AND f.active = 1
      AND (f.expires_at IS NULL OR f.expires_at > ?14)
      AND (f.max_submissions IS NULL OR ${submissionsOf('f.key')} < f.max_submissions)), ?1, NULL),
  ?2, ?3, COALESCE((SELECT id FROM person WHERE email = ?5), ?4), unhex(?6), unhex(?7), ?8, unhex(?16),
  (SELECT number FROM statement WHERE sha256 = ?9), ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (form, idempotency_key) DO NOTHING`;

export const ADD_EVIDENCE = `
INSERT INTO evidence (expires_at, submission, ip, user_agent, privacy_control)
SELECT ?5, ?1, ?2, ?3, ?4
WHERE ?1 IN (SELECT id FROM submission)`;

/** Only the first time, and while evidence of the submission itself is kept. By the primary key. */
export const ADD_CONFIRMED_FROM = `
UPDATE evidence
SET confirmed_ip = ?2, confirmed_user_agent = ?3
WHERE submission = ?1
  AND expires_at = (SELECT evidence_until FROM submission WHERE id = ?1)
  AND confirmed_ip IS NULL
  AND confirmed_user_agent IS NULL`;

/** Whether it was this batch that wrote it or an earlier one: the same request twice is one round trip too. */
export const SUBMISSION_BY_KEY = `
SELECT s.id AS submission, s.person, lower(hex(s.body_sha256)) AS bodySha256, ${receiptOf('s')} AS receipt, s.decisions,
  s.recorded_at AS recordedAt, (SELECT template FROM outbox WHERE id = ?3) AS template
FROM submission s
WHERE s.form = ?1 AND s.idempotency_key = unhex(?2)`;

const Kept = z.object({
  submission: z.string(),
  person: z.string(),
  bodySha256: z.string(),
  receipt: z.string(),
  decisions: json(z.array(Decided)),
  recordedAt: z.number(),
  template: TemplateName.nullable(),
});

/**
 * What an Idempotency-Key names after the batch: this submission, or the one before it; and the template of the email
 * that the batch has queued, if any.
 */
export type Kept = z.infer<typeof Kept>;

export const SET_PROCESSED = `
UPDATE submission
SET processed_at = ?2, processed_by = ?3
WHERE id = ?1 AND processed_at IS NULL`;

/** Whether a submission is to be processed yet, as a condition of the audit entry of doing so. */
export const IS_NEW = 'EXISTS (SELECT 1 FROM submission WHERE id = ?7 AND processed_at IS NULL)';

export const DELETE_SUBMISSIONS = `
DELETE FROM submission
WHERE id IN (SELECT value FROM json_each(?1))`;

/** Makes the statement that adds a submission, unless its form is closed or it was sent before. */
export const addSubmission = (db: Database, submission: NewSubmission): D1PreparedStatement =>
  db
    .prepare(ADD_SUBMISSION)
    .bind(
      submission.id,
      submission.form,
      submission.version,
      submission.person,
      submission.email,
      submission.keyHash,
      submission.bodySha256,
      submission.receipt,
      submission.statement,
      submission.locale,
      submission.page,
      JSON.stringify(submission.fields),
      JSON.stringify(submission.decisions),
      submission.recordedAt,
      submission.evidence?.expiresAt ?? null,
      submission.receipt === null ? newSecret() : null,
    );

/** Makes the statement that keeps where a submission of the same batch came from. */
export const addEvidence = (
  db: Database,
  submission: string,
  { ip, userAgent, privacyControl, expiresAt }: Evidence,
): D1PreparedStatement =>
  db.prepare(ADD_EVIDENCE).bind(submission, ip, userAgent, privacyControl ? 1 : 0, expiresAt);

/** Makes the statement that keeps where a submission was confirmed from, beside where it was sent from. */
export const addConfirmedFrom = (
  db: Database,
  submission: string,
  { ip, userAgent }: WhereFrom,
): D1PreparedStatement => db.prepare(ADD_CONFIRMED_FROM).bind(submission, ip, userAgent);

/** Makes the query for what an Idempotency-Key names, by its `keyHash`; `keptIn` reads its result. */
export const submissionByKey = (
  db: Database,
  form: string,
  hash: string,
  email: string | null = null,
): D1PreparedStatement => db.prepare(SUBMISSION_BY_KEY).bind(form, hash, email);

/** Reads what an Idempotency-Key names; null where the form was closed. */
export const keptIn = (result: D1Result | undefined): Kept | null => {
  const [kept] = parseRows(Kept, result?.results);
  return kept ?? null;
};

/** Makes the statement that marks a submission as processed by an actor; doing it twice changes nothing. */
export const setProcessed = (
  db: Database,
  id: string,
  actor: string,
  now: number,
): D1PreparedStatement => db.prepare(SET_PROCESSED).bind(id, now, actor);

/** Makes the statement that deletes submissions, with their evidence and confirmations. */
export const deleteSubmissions = (db: Database, ids: readonly string[]): D1PreparedStatement =>
  db.prepare(DELETE_SUBMISSIONS).bind(JSON.stringify(ids));

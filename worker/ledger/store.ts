import { z } from 'zod';
import { RecordContent, type RecordProof } from '../contract/people.ts';
import { CountedAs, Decision } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';
import { flag, parseRows } from '../platform/rows.ts';
import { gradeOf } from './grade.ts';
import { occasionOf, personNumber, sequenceOf } from './stored.ts';

const COLUMNS = `r.sequence, r.id, r.person, r.subject, r.item_kind AS kind, r.item, r.decision,
  COALESCE(r.sealed_as, r.decision) AS sealedAs, r.counted_as AS countedAs,
  r.legal_basis AS legalBasis, r.source, r.actor, r.recorded_at AS recordedAt,
  r.decided_at AS decidedAt, r.statement, r.form,
  r.form_version AS version, r.page, r.locale, r.comment, r.submission, r.sha256`;

/** Uses occasion_by_person; the others by primary key. */
export const RECORDS_OF_PERSON = `
SELECT ${COLUMNS},
  s.email AS subjectEmail, lower(hex(s.salt)) AS subjectSalt,
  s.comment AS commentText, iif(s.comment IS NULL, NULL, lower(hex(s.comment_salt))) AS commentSalt,
  e.ip, e.user_agent AS userAgent, e.confirmed_ip AS confirmedIp,
  e.confirmed_user_agent AS confirmedUserAgent, e.privacy_control AS privacyControl,
  e.expires_at AS expiresAt
FROM record r
LEFT JOIN subject s ON s.person = r.number AND s.sha256 = unhex(r.subject)
LEFT JOIN submission f ON f.id = r.submission
LEFT JOIN evidence e ON e.expires_at = f.evidence_until AND e.submission = f.id
WHERE r.number = ${personNumber('?1')}
  AND r.occasion >= ${occasionOf('?2')}
  AND r.sequence > ?2
ORDER BY r.occasion, r.position
LIMIT ?3`;

/** Uses occasion_by_person. */
export const RECORDS_AT = `
SELECT ${COLUMNS}
FROM record r
WHERE number = ${personNumber('?1')} AND recorded_at = ?2
ORDER BY occasion, position`;

/** Every record of the ledger from a sequence on, with nothing that could be erased joined to it. */
export const RECORDS_FROM = `
SELECT ${COLUMNS}
FROM record r
WHERE occasion >= ${occasionOf('?1')} AND sequence > ?1
ORDER BY occasion, position
LIMIT ?2`;

const Row = z.object({
  sequence: z.number(),
  id: z.string(),
  person: z.string(),
  subject: z.string(),
  kind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  decision: Decision,
  sealedAs: Decision,
  countedAs: CountedAs,
  legalBasis: z.string(),
  source: z.string(),
  actor: z.string(),
  recordedAt: z.number(),
  decidedAt: z.number().nullable(),
  statement: z.string().nullable(),
  form: z.string().nullable(),
  version: z.number().nullable(),
  page: z.string().nullable(),
  locale: z.string(),
  comment: z.string().nullable(),
  submission: z.string().nullable(),
  sha256: z.string(),
});

const ProofRow = Row.extend({
  subjectEmail: z.string().nullable(),
  subjectSalt: z.string().nullable(),
  commentText: z.string().nullable(),
  commentSalt: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  confirmedIp: z.string().nullable(),
  confirmedUserAgent: z.string().nullable(),
  privacyControl: flag.nullable(),
  expiresAt: z.number().nullable(),
});

/** A record as the ledger holds it: what is enough to verify and to replay it. */
export type LedgerRecord = Pick<
  RecordProof,
  'sequence' | 'person' | 'decision' | 'countedAs' | 'grade' | 'content' | 'sha256'
>;

const contentOf = (row: z.infer<typeof Row>): RecordContent =>
  RecordContent.parse({
    id: row.id,
    subject: row.subject,
    purpose: row.kind === 'purpose' ? row.item : null,
    subscription: row.kind === 'subscription' ? row.item : null,
    decision: row.sealedAs,
    legalBasis: row.legalBasis,
    source: row.source,
    actor: row.actor,
    recordedAt: row.recordedAt,
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
    statement: row.statement,
    form: row.form,
    version: row.version,
    page: row.page,
    locale: row.locale,
    comment: row.comment,
    submission: row.submission,
  });

const ledgerRecord = (row: z.infer<typeof Row>): LedgerRecord => {
  const content = contentOf(row);
  return {
    sequence: row.sequence,
    person: row.person,
    decision: row.decision,
    countedAs: row.countedAs,
    grade: gradeOf(row.countedAs, content),
    sha256: row.sha256,
    content,
  };
};

/** One page of a person's records, oldest first, each with what opens and proves it. */
export const recordsOfPerson = async (
  db: Database,
  person: string,
  after: number,
  limit: number,
): Promise<RecordProof[]> => {
  const { results } = await db.prepare(RECORDS_OF_PERSON).bind(person, after, limit).all();
  return parseRows(ProofRow, results).map((row) => ({
    ...ledgerRecord(row),
    subject:
      row.subjectEmail !== null && row.subjectSalt !== null
        ? { email: row.subjectEmail, salt: row.subjectSalt }
        : null,
    comment:
      row.commentText !== null && row.commentSalt !== null
        ? { text: row.commentText, salt: row.commentSalt }
        : null,
    evidence:
      row.expiresAt !== null
        ? {
            ip: row.ip,
            userAgent: row.userAgent,
            confirmedIp: row.confirmedIp,
            confirmedUserAgent: row.confirmedUserAgent,
            privacyControl: row.privacyControl ?? false,
            expiresAt: row.expiresAt,
          }
        : null,
  }));
};

/** What was recorded of a person at one moment (UTC ms): what they decided in one go. */
export const recordsAt = async (
  db: Database,
  person: string,
  recordedAt: number,
): Promise<LedgerRecord[]> => {
  const { results } = await db.prepare(RECORDS_AT).bind(person, recordedAt).all();
  return parseRows(Row, results).map(ledgerRecord);
};

export const LAST_SEQUENCE = `
SELECT ${sequenceOf('occasion', 'n')} AS sequence
FROM decided
ORDER BY occasion DESC, n DESC
LIMIT 1`;

/** Reads the sequence of the newest record, 0 before there is any. */
export const lastSequence = async (db: Database): Promise<number> =>
  (await db.prepare(LAST_SEQUENCE).first<number>('sequence')) ?? 0;

export const COUNT_BETWEEN = `
SELECT COUNT(*) AS count
FROM decided
WHERE occasion BETWEEN ${occasionOf('?1')} AND ${occasionOf('?2')}
  AND ${sequenceOf('occasion', 'n')} >= ?1
  AND ${sequenceOf('occasion', 'n')} < ?2`;

/** Counts the records from one sequence on and before another. */
export const countBetween = async (db: Database, from: number, before: number): Promise<number> =>
  z.object({ count: z.number() }).parse(await db.prepare(COUNT_BETWEEN).bind(from, before).first())
    .count;

/** A slice of the whole ledger in its order. */
export const recordsFrom = async (
  db: Database,
  after: number,
  limit: number,
): Promise<LedgerRecord[]> => {
  const { results } = await db.prepare(RECORDS_FROM).bind(after, limit).all();
  return parseRows(Row, results).map(ledgerRecord);
};

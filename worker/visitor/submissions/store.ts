import type { FormView } from '../../contract/form.ts';
import { holds } from '../../contract/standing.ts';
import type { Commitment } from '../../ledger/commitment.ts';
import { isAllWritten, keepSubject, NEWEST, writeRecords } from '../../ledger/of-submission.ts';
import type { SealedRecord } from '../../ledger/record.ts';
import { CODES } from '../../ledger/stored.ts';
import { insertEmails } from '../../outbox/queue.ts';
import { addSender } from '../../people/add.ts';
import { fillFromSubmission, type SentFields } from '../../people/fields.ts';
import type { Database } from '../../platform/database.ts';
import type { Stands, Told } from '../../platform/told.ts';
import { countSubmission } from '../../statistics/store.ts';
import { claimFiles } from '../../submissions/files.ts';
import {
  addEvidence,
  addSubmission,
  type Kept,
  keptIn,
  keyHash,
  type NewSubmission,
  submissionByKey,
} from '../../submissions/store.ts';
import { askToConfirm } from '../confirm/ask.ts';

/** All that one submission writes, ready to bind. Times are UTC ms. */
export type Writing = NewSubmission & {
  /** The id of the email that follows, should one do. */
  message: string;
  /** What the visitor saw: the content of the statement. */
  view: FormView;
  /** What is kept with the person where nothing is kept yet, by name. */
  personFields: Record<string, string>;
  /** The ids of the files that were sent ahead. */
  files: readonly string[];
  /** Whose fields are kept only after manual review. */
  review: SentFields['review'];
  subject: Commitment;
  records: SealedRecord[];
  /** Set where decisions wait for a confirmation. */
  confirmation: { expiresAt: number } | null;
};

/** A yes or a notice among the records of an occasion, as SQL. */
const yesIn = (occasion: string): string => `SELECT 1 FROM decided
    WHERE occasion = ${occasion} AND decision IN (${CODES.given}, ${CODES.informed})`;

/**
 * Writes the privacy notice (GDPR art. 13) once, with the first yes or notice that a submission records of
 * a person. Anyone who only said no gets no email; a yes that comes later brings it. Someone
 * whom the batch has made known, with the id ?3, and with a yes, is asked nothing else. Uses occasion_by_person.
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
  `FROM ${NEWEST}
CROSS JOIN submission s ON s.id = +?1 AND one.base = unhex(?1, '-')
CROSS JOIN source ON source.key = 'web-form'
WHERE source.notice_automatic = 1
  AND source.notice_template IS NOT NULL
  AND (s.person = +?3 OR (EXISTS (${yesIn('one.number')})
    AND NOT EXISTS (SELECT 1 FROM occasion o
      WHERE o.person = one.person AND o.number < one.number AND EXISTS (${yesIn('o.number')}))))`,
);

/** The statements for the email that follows, the email's own last: one to confirm, or else the privacy notice. */
const emailOf = (db: Database, writing: Writing): D1PreparedStatement[] => {
  const { id, message, person, records, confirmation, recordedAt } = writing;
  const newcomer = records.some(({ decision }) => holds(decision)) ? person : null;
  return confirmation
    ? askToConfirm(db, id, { email: message, expiresAt: confirmation.expiresAt }, recordedAt)
    : [db.prepare(WRITE_NOTICE).bind(id, message, newcomer)];
};

/**
 * All that stands for the sender of a submission where that is what it says, since nobody had the address before;
 * undefined where more may, or less.
 */
const standingsAfter = (
  { person, records }: Writing,
  kept: Kept,
  results: readonly D1Result[],
): Stands[] | undefined =>
  kept.person === person && isAllWritten(records, results)
    ? records.map(({ purpose, subscription, decision, legalBasis }) => ({
        ...(purpose === null ? {} : { purpose }),
        ...(subscription === null ? {} : { subscription }),
        decision,
        legalBasis,
      }))
    : undefined;

/** What was written, and the email that this batch has queued. */
export type Written = { kept: Kept; email: Told | null };

/**
 * Writes a submission with everything that follows from it in one batch: all or nothing, one round
 * trip. Null when the form is closed. Throws what D1 throws, and then nothing was written.
 */
export const writeSubmission = async (db: Database, writing: Writing): Promise<Written | null> => {
  const { id, form, person: newcomer, email, locale, page, recordedAt, evidence } = writing;
  const { personFields: fields, review, version, statement, view } = writing;
  const before = [
    addSubmission(db, writing),
    addSender(db, id, { id: newcomer, email, locale }, recordedAt),
    ...(Object.keys(fields).length > 0
      ? [fillFromSubmission(db, id, { fields, review, newcomer })]
      : []),
  ];
  const decisions = writeRecords(db, id, 'sent', writing.records, newcomer);
  const results = await db.batch([
    ...before,
    ...decisions,
    keepSubject(db, email, writing.subject),
    ...(evidence ? [addEvidence(db, id, evidence)] : []),
    ...(writing.files.length > 0 ? [claimFiles(db, id, writing.files)] : []),
    countSubmission(db, { id, form, page }, 'submitted', recordedAt),
    ...emailOf(db, writing),
    submissionByKey(db, form, writing.keyHash, writing.message),
  ]);
  const kept = keptIn(results.at(-1));
  if (!kept?.template) return kept && { kept, email: null };
  const { bodySha256: _, person, template, ...recorded } = kept;
  const receipt = {
    ...recorded,
    form,
    version,
    locale,
    page,
    statement: { sha256: statement, content: view },
  };
  const written = results.slice(before.length, before.length + decisions.length);
  return {
    kept,
    email: {
      id: writing.message,
      person,
      recipient: email,
      template,
      locale,
      facts: { submission: id },
      queuedAt: recordedAt,
      receipt,
      standings: standingsAfter(writing, kept, written),
    },
  };
};

/** Tells whether an Idempotency-Key was used on a form. */
export const wasTaken = async (
  db: Database,
  form: string,
  idempotencyKey: string,
): Promise<boolean> => {
  const hash = await keyHash(idempotencyKey);
  return keptIn(await submissionByKey(db, form, hash).run()) !== null;
};

import { z } from 'zod';
import {
  CountedAs,
  Decision,
  Email,
  FormKey,
  Grade,
  Key,
  LegalBasisKey,
  Locale,
  Sha256,
  SourceKey,
  SubscriptionKey,
  Time,
} from './words.ts';

/** What holds now for a person and a purpose or subscription type. `since` is UTC ms. */
export const Standing = z
  .object({
    purpose: Key.optional(),
    subscription: SubscriptionKey.optional(),
    decision: Decision,
    legalBasis: LegalBasisKey,
    source: SourceKey,
    since: Time,
    record: z.uuid(),
  })
  .meta({
    id: 'Standing',
    examples: [
      {
        purpose: 'e-marketing',
        decision: 'given',
        legalBasis: '61A',
        source: 'web-form',
        since: 1764093600000,
        record: '0193f2a4-6b1c-7d3e-9f80-1a2b3c4d5e6f',
      },
    ],
  });
export type Standing = z.infer<typeof Standing>;

/** `GET /v1/people/{id}` */
export const Person = z
  .object({
    id: z.uuid(),
    email: Email,
    locale: Locale,
    createdAt: Time,
    fields: z.record(z.string(), z.string()).meta({ examples: [{ name: 'Anna Holm' }] }),
    standings: z.array(Standing),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

/** `GET /v1/people?email=` */
export const PeopleFound = z.object({ people: z.array(Person) });
export type PeopleFound = z.infer<typeof PeopleFound>;

/**
 * The fields of a record that its SHA-256 covers, as RFC 8785 JSON. `subject` is the SHA-256 of
 * `salt:address` and `comment` that of `salt:text`; both salts can be erased, and then neither says
 * anything any more.
 */
export const RecordContent = z
  .object({
    id: z.uuid(),
    subject: Sha256,
    purpose: Key.nullable(),
    subscription: SubscriptionKey.nullable(),
    decision: Decision,
    legalBasis: LegalBasisKey,
    source: SourceKey,
    actor: z.string(),
    recordedAt: Time,
    /** When the person decided, where an import says so; it is in no other record. */
    decidedAt: Time.optional(),
    statement: Sha256.nullable(),
    form: FormKey.nullable(),
    version: z.number().nullable(),
    page: z.string().nullable(),
    locale: Locale,
    comment: Sha256.nullable(),
    submission: z.uuid().nullable(),
  })
  .meta({ id: 'RecordContent' });
export type RecordContent = z.infer<typeof RecordContent>;

/** One entry of the ledger with all that proves it. */
export const RecordProof = z
  .object({
    /** Grows strictly from record to record, with gaps: those of one act follow each other. */
    sequence: z.number(),
    person: z.uuid(),
    /**
     * How the record is read: as `content` says, but `informed` for a notice that was sealed as `given`
     * before there was a word for it.
     */
    decision: Decision,
    countedAs: CountedAs,
    /** How much stands behind it, as it was written. */
    grade: Grade,
    content: RecordContent,
    /** SHA-256 of `content` as RFC 8785 JSON. */
    sha256: Sha256,
    /** Opens `content.subject`; null once the person is erased. */
    subject: z.object({ email: Email, salt: z.string() }).nullable(),
    comment: z.object({ text: z.string(), salt: z.string() }).nullable(),
    evidence: z
      .object({
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
        /** Where the address was confirmed from (double opt-in). */
        confirmedIp: z.string().nullable(),
        confirmedUserAgent: z.string().nullable(),
        /** Whether the browser sent Global Privacy Control. */
        privacyControl: z.boolean(),
        expiresAt: Time,
      })
      .nullable(),
  })
  .meta({ id: 'RecordProof' });
export type RecordProof = z.infer<typeof RecordProof>;

/** `GET /v1/people/{id}/records?after=&limit=`, oldest first; `next` is the `after` of the next page. */
export const RecordsAnswer = z
  .object({
    records: z.array(RecordProof),
    next: z.number().nullable(),
  })
  .meta({ id: 'RecordsAnswer' });
export type RecordsAnswer = z.infer<typeof RecordsAnswer>;

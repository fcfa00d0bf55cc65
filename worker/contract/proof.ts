import { z } from 'zod';
import { RecordContent } from './people.ts';
import { Controller } from './settings.ts';
import { Key, Sha256, SubscriptionKey, Time } from './words.ts';

/** What the operator states of the processing, as it is when a proof is made. */
export const Stated = z.strictObject({
  /** Our address, under which people change their choices. */
  url: z.string(),
  controller: Controller,
  /** ISO 3166-1 code; empty where nobody has said it. */
  jurisdiction: z.string(),
  purposes: z.array(
    z.strictObject({
      key: Key,
      /** Days after which it expires; null until it is withdrawn. */
      retentionDays: z.number().nullable(),
      recipients: z.array(z.string()),
      storage: z.string(),
    }),
  ),
  subscriptions: z.array(z.strictObject({ key: SubscriptionKey, purpose: Key })),
});
export type Stated = z.infer<typeof Stated>;

/** A record as a proof has it. */
export const ProvenRecord = z.strictObject({
  content: z.strictObject(RecordContent.shape),
  /** SHA-256 of `content` as RFC 8785 JSON. */
  sha256: Sha256,
  /** Opens `content.subject` for anyone who knows the address: it is the SHA-256 of `salt:address`. */
  salt: z.string().nullable(),
  /** Shows that the record is in the log (c2sp.org/tlog-proof); null until it is sealed. */
  proof: z.string().nullable(),
});

/** A click of a person: when it came (UTC ms), and from where, as far as that is kept and may be told. */
export const Click = z.strictObject({
  at: Time,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type Click = z.infer<typeof Click>;

/** What a person did in a form: sent it, and where they were asked to, confirmed their address. */
export const ProvenSubmission = z.strictObject({
  id: z.uuid(),
  /** Whether the address was to be confirmed (double opt-in). */
  asked: z.boolean(),
  sent: Click,
  confirmed: Click.nullable(),
});
export type ProvenSubmission = z.infer<typeof ProvenSubmission>;

/**
 * `GET /v1/receipts/{id}/proof`: one file with all that it takes to check what was decided, without asking us.
 * The log's hash of a record is over a zero byte and the same JSON as `sha256` (RFC 9162, 2.1.1).
 */
export const ProofFile = z
  .strictObject({
    format: z.literal('samtykke-proof@1'),
    id: z.uuid(),
    made: Time,
    /** The log's name; null where nothing is sealed. */
    origin: z.string().nullable(),
    /** The public keys that the log says are its own (c2sp.org/signed-note). */
    keys: z.array(z.string()),
    records: z.array(ProvenRecord),
    /** What was shown: `content` is the very text that `sha256` is of. */
    statements: z.array(
      z.strictObject({
        sha256: Sha256,
        content: z.string(),
        /** How it looked: a page with the same words, in the style of that version. */
        html: z.string(),
      }),
    ),
    submissions: z.array(ProvenSubmission),
    stated: Stated,
    /** A consent receipt (ISO/IEC TS 27560:2023) as JSON-LD, made of all the above. */
    receipt: z.record(z.string(), z.unknown()),
    /** The public keys of the witnesses that the log names (c2sp.org/tlog-cosignature). */
    witnesses: z.array(z.string()),
    /** What authorities say of when they saw the text of a checkpoint (RFC 3161), in base64. */
    timestamps: z.array(z.string()),
    /** The log's word for the whole of the rest, a signed note: nothing was left out or put in since. */
    signature: z.string().nullable(),
  })
  .meta({ id: 'ProofFile' });
export type ProofFile = z.infer<typeof ProofFile>;

/** Which record is to be proved; all of a person's where none is named. */
export const ProofQuery = z.object({ record: z.uuid().optional() });

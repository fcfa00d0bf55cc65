import { z } from 'zod';
import { newsletterSubmission } from './examples.ts';
import { Outcome } from './outcome.ts';
import {
  Decision,
  FormKey,
  Key,
  LegalBasisKey,
  Locale,
  PageAddress,
  Part,
  Sha256,
  SubscriptionKey,
  Time,
} from './words.ts';

/** Long enough that nobody guesses it: 128 random bits or more, in base64url. */
export const ReceiptId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .meta({ id: 'ReceiptId', examples: ['Ks3vQ2mX8bYt1LwZ5nRd0A'] });

/** Any visible ASCII (draft-ietf-httpapi-idempotency-key-header). */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** `POST /v1/forms/{key}/submissions`. Its header `Idempotency-Key` makes sending it twice safe. */
export const SubmissionBody = z
  .strictObject({
    /** The version and locale that the visitor saw, so that the record names the right statement. */
    version: z
      .int()
      .min(1)
      .max(2 ** 31),
    locale: Locale,
    part: Part.default('form'),
    fields: z.record(z.string().max(64), z.union([z.string(), z.array(z.string()).max(100)])),
    purposes: z.record(z.string().max(64), z.boolean()).default({}),
    subscriptions: z.record(z.string().max(64), z.boolean()).default({}),
    /** Where the form stood. Of the query only `utm_*` is kept, of the fragment nothing. */
    page: PageAddress,
    /** A receipt id that the page has made itself, because it cannot wait for ours. */
    receipt: ReceiptId.optional(),
    /** What the header `Idempotency-Key` says, for pages: a browser sends a header of ours only after it has asked. */
    idempotencyKey: IdempotencyKey.optional(),
    /** Whether the browser says `navigator.globalPrivacyControl`; its header `Sec-GPC` says the same. */
    privacyControl: z.boolean().optional(),
    /** The honeypot: no person sees it, so anything in it came from a machine. */
    trap: z.string().max(1000).optional(),
    /** The answer of the Turnstile widget, where the operator turned that on. */
    turnstile: z.string().max(2048).optional(),
  })
  .meta({ examples: [newsletterSubmission] });
export type SubmissionBody = z.infer<typeof SubmissionBody>;

/** What one submission decided of one purpose or subscription type. */
export const Decided = z
  .object({
    purpose: Key.optional(),
    subscription: SubscriptionKey.optional(),
    decision: Decision,
    legalBasis: LegalBasisKey,
  })
  .meta({
    id: 'Decided',
    examples: [{ purpose: 'e-marketing', decision: 'given', legalBasis: '61A' }],
  });
export type Decided = z.infer<typeof Decided>;

/** What is recorded of a submission. Times are UTC ms. */
const Recorded = z.object({
  submission: z.uuid(),
  recordedAt: Time,
  decisions: z.array(Decided),
  receipt: ReceiptId,
});

/** 201 of `POST /v1/forms/{key}/submissions`: a function of the request alone. */
export const SubmissionAnswer = z
  .object({ ...Recorded.shape, outcome: Outcome })
  .meta({ id: 'SubmissionAnswer' });
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>;

/** `GET /v1/receipts/{id}`: the visitor's own proof. */
export const Receipt = z
  .object({
    ...Recorded.shape,
    form: FormKey,
    version: z.number(),
    locale: Locale,
    page: z.string().nullable(),
    statement: z.object({ sha256: Sha256, content: z.unknown() }),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

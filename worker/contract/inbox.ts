import { z } from 'zod';
import { FailedEmail } from './emails.ts';
import { Decided } from './submission.ts';
import { ActorName, Email, FormKey, Id, Time } from './words.ts';

/** `GET /v1/submissions` */
export const InboxQuery = z.object({
  form: z.string().max(64).default(''),
  /** `new` is not processed yet; `failed` has an email that failed. */
  state: z.enum(['', 'new', 'failed']).default(''),
  before: z.coerce.number().int().default(Number.MAX_SAFE_INTEGER),
  id: z.string().max(64).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/**
 * A submission as anyone who deals with it sees it. `waits` is for its confirmation; of a form that is
 * reviewed, fields are kept with the person once they are taken over.
 */
export const Received = z
  .object({
    id: Id,
    form: FormKey,
    version: z.number(),
    person: Id,
    email: Email,
    page: z.string().nullable(),
    fields: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .meta({ examples: [{ email: 'anna@example.com' }] }),
    decisions: z.array(Decided),
    recordedAt: Time,
    processedAt: Time.nullable(),
    processedBy: ActorName.nullable(),
    waits: z.boolean(),
    isReviewed: z.boolean(),
    /** Its failed emails: which, and why the last try failed. */
    failed: z.array(FailedEmail),
  })
  .meta({ id: 'ReceivedSubmission' });
export type Received = z.infer<typeof Received>;

/** `GET /v1/submissions`, the newest first; the next page begins with `recordedAt` and `id` of the last. */
export const Inbox = z.object({ submissions: z.array(Received) });

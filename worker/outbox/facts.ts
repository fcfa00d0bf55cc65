import { z } from 'zod';
import { BreachFacts } from '../contract/breach.ts';
import type { EmailTemplate } from '../contract/emails.ts';

const OfSubmission = z.object({ submission: z.string() });
const OfRequest = z.object({ request: z.number() });
const OfChange = z.object({ change: z.string() });

/** A privacy notice follows a submission, or a registration from another source. */
const OfNotice = z.object({
  submission: z.string().optional(),
  source: z.string().default('web-form'),
});

/** What each email is composed from beside its person: kept with it as JSON until some days after it is sent. */
export const emailFacts = {
  'privacy-notice': OfNotice,
  'source-notice': OfNotice,
  'breach-notice': BreachFacts.strip(),
  'breach-reported': z.object({ report: z.string() }),
  'purpose-changed': z.object({ purpose: z.string() }),
  confirmation: OfSubmission,
  entry: z.object({ entry: z.string() }),
  'address-old': OfChange,
  'address-new': OfChange,
  receipt: z.object({ recordedAt: z.number() }),
  'request-received': OfRequest,
  'request-done': OfRequest,
  'request-refused': OfRequest,
  'request-extended': OfRequest,
  'restriction-lifted': z.object({ reason: z.string() }),
  'data-ready': OfRequest,
  'sign-in': z.object({ signIn: z.string() }),
  'log-checkpoint': z.object({ log: z.number(), size: z.number() }),
  'webhook-disabled': z.object({ webhook: z.string(), name: z.string() }),
  'log-halted': z.object({ since: z.number() }),
  invitation: z.object({ user: z.string() }),
} satisfies Record<EmailTemplate, z.ZodObject>;

/** What an email is composed from, as it is queued. */
export type Facts<T extends EmailTemplate> = z.input<(typeof emailFacts)[T]>;

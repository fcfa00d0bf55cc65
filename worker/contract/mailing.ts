import { z } from 'zod';
import { Email, Id, Key, Locale, SubscriptionKey, Typed } from './words.ts';

/** `POST /v1/mailing-check` */
export const MailingCheckBody = z
  .strictObject({
    emails: z.array(z.string().max(320)).min(1).max(1000),
    purpose: Key,
    subscription: SubscriptionKey.optional(),
    /** Why this mailing must go out whatever was consented to; needs the right `mailing-override`. */
    override: Typed.min(10, 'Say why, in a sentence.').max(500).optional(),
  })
  .meta({
    examples: [
      { emails: ['anna@example.com'], purpose: 'e-marketing', subscription: 'newsletter' },
    ],
  });

/** Why someone may not be written to. */
export const Reason = z
  .enum([
    'unknown',
    'suppressed',
    'undeliverable',
    'no-consent',
    'pending',
    'withdrawn',
    'restricted',
    'no-subscription',
    'paused',
    'too-little-evidence',
  ])
  .meta({ id: 'Reason' });
export type Reason = z.infer<typeof Reason>;

/** Whether one address may be written to. */
export const Verdict = z
  .discriminatedUnion('allow', [
    z.object({ email: z.string(), allow: z.literal(true) }),
    z.object({ email: z.string(), allow: z.literal(false), reason: Reason }),
  ])
  .meta({
    id: 'Verdict',
    examples: [{ email: 'anna@example.com', allow: false, reason: 'withdrawn' }],
  });
export type Verdict = z.infer<typeof Verdict>;

/** `POST /v1/mailing-check`, in the order of the addresses. */
export const Verdicts = z.object({ verdicts: z.array(Verdict) });

/** The query of `GET /v1/people/links`. */
export const LinksQuery = z.object({
  after: z.union([z.uuid(), z.literal('')]).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(500),
  subscription: SubscriptionKey,
  format: z.enum(['csv', 'json']).default('json'),
});

/** The links that belong in an email to someone. */
export const PersonLinks = z
  .object({
    id: Id,
    email: Email,
    locale: Locale,
    preferences: z.url(),
    unsubscribe: z.url(),
  })
  .meta({ id: 'PersonLinks' });

/** `GET /v1/people/links`; `next` is the `after` of the page after. */
export const LinksPage = z.object({ links: z.array(PersonLinks), next: Id.nullable() });

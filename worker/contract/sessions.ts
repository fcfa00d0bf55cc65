import { z } from 'zod';
import { Outcome } from './outcome.ts';
import { AskedLocale, Id, Time } from './words.ts';

/** `POST /v1/entries` */
export const EntryRequest = z.strictObject({
  email: z
    .string()
    .max(320)
    .meta({ examples: ['anna@example.com'] }),
  locale: AskedLocale,
});

/** 202 of `POST /v1/entries`, for any address. */
export const EntryAnswer = z.object({ entry: Id });

/** `POST /v1/entries/{id}/session`, `POST /v1/receipts/{id}/confirmation` */
export const CodeBody = z.strictObject({
  code: z
    .string()
    .max(20)
    .meta({ examples: ['123456'] }),
});

/** `POST /v1/sessions`: the token of an email's link, or one by which the site vouches for its visitor. */
export const ProofBody = z.union([
  z.strictObject({ link: z.string().max(2000) }),
  z.strictObject({ identity: z.string().max(4000) }),
]);

/** What a session allows, the least first: consents and pauses, reading all that is kept as well, everything. */
export const Reach = z.enum(['choices', 'data', 'all']);
export type Reach = z.infer<typeof Reach>;

/** A session: what its holder shows with each request, until when, and what it allows. */
export const Session = z
  .object({
    token: z.string().meta({ examples: ['eyJhbGciOiJIUzI1NiJ9…'] }),
    expiresAt: Time,
    reach: Reach,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** 200 of `POST /v1/receipts/{id}/confirmation`: what stands now of what was to be confirmed. */
export const Confirmed = z.object({ confirmed: z.literal(true), outcome: Outcome });

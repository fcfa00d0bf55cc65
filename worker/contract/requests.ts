import { z } from 'zod';
import { EmailAbout } from './emails.ts';
import { Time, Typed } from './words.ts';

/** A right of GDPR art. 15 (access), 16, 17, 18, 20 and 21. */
export const RequestKind = z.enum([
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
]);
export type RequestKind = z.infer<typeof RequestKind>;

/** A person using a right. Times are UTC ms; `dueAt` is a month after it was asked (art. 12(3)). */
export const PersonRequest = z
  .object({
    number: z.number(),
    person: z.string(),
    kind: RequestKind,
    state: z.enum(['open', 'waiting', 'done', 'cancelled']),
    askedAt: Time,
    dueAt: Time,
    /** When an erasure is carried out. */
    actsAt: Time.nullable(),
    endedAt: Time.nullable(),
    /** True if it was not carried out; the person got the reason. */
    refused: z.boolean(),
    message: z.string().nullable(),
  })
  .meta({ id: 'PersonRequest' });
export type PersonRequest = z.infer<typeof PersonRequest>;

/** The number of a request, as a path names it. */
export const RequestNumber = z.coerce.number<string>().int().positive();

/** `POST /v1/preferences/requests` */
export const RequestBody = z.strictObject({
  kind: RequestKind,
  message: z.string().max(5000).optional(),
});
export type RequestBody = z.infer<typeof RequestBody>;

/** `GET /v1/requests?state=` */
export const RequestsQuery = z.object({
  state: z.enum(['open', 'waiting', 'done', 'cancelled']).default('open'),
});

/** `GET /v1/requests`, `GET /v1/preferences/requests` */
export const PersonRequests = z.object({ requests: z.array(PersonRequest) });

/** `GET /v1/requests/{number}`: one, with why it was refused and the emails about it. */
export const RequestRead = PersonRequest.extend({
  reason: z.string().nullable(),
  emails: z.array(EmailAbout),
});

/** `POST /v1/requests/{number}/refused` */
export const RefusalBody = z
  .strictObject({
    reason: Typed.min(10, 'Say why, so that the person can follow it.')
      .max(3000)
      .meta({ examples: ['The law asks us to keep invoices for five years.'] }),
  })
  .meta({ id: 'RefusalBody' });
export type RefusalBody = z.infer<typeof RefusalBody>;

/** What finishing or refusing a request answers. */
export const RequestEnded = z
  .object({
    number: z.number(),
    state: z.literal('done'),
    refused: z.literal(true).optional(),
  })
  .meta({ id: 'RequestEnded' });

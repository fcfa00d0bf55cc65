import { z } from 'zod';

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
export const PersonRequest = z.object({
  number: z.number(),
  person: z.string(),
  kind: RequestKind,
  state: z.enum(['open', 'waiting', 'done', 'cancelled']),
  askedAt: z.number(),
  dueAt: z.number(),
  /** When an erasure is carried out. */
  actsAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** True where it was not carried out; the person was told why. */
  refused: z.boolean(),
  message: z.string().nullable(),
});
export type PersonRequest = z.infer<typeof PersonRequest>;

/** `POST /v1/preferences/requests` */
export const RequestBody = z.strictObject({
  kind: RequestKind,
  message: z.string().max(5000).optional(),
});
export type RequestBody = z.infer<typeof RequestBody>;

import { z } from 'zod';
import { Email, Id, SourceKey, Time } from './words.ts';

/** Where a page of the queue begins: after whom of those due when. */
export const UntoldQuery = z.object({
  dueAt: z.coerce.number().int().default(0),
  person: z.string().max(64).default(''),
});
export type UntoldQuery = z.infer<typeof UntoldQuery>;

/** Somebody who has not been told yet what is kept of them (GDPR art. 14). */
export const Untold = z
  .object({ person: Id, source: SourceKey, email: Email, dueAt: Time })
  .meta({ id: 'Untold' });
export type Untold = z.infer<typeof Untold>;

/** `GET /v1/notices`, those due first first; counts go no further than ten thousand. */
export const UntoldPage = z
  .object({
    people: z.array(Untold),
    count: z.number(),
    late: z.number(),
  })
  .meta({ id: 'UntoldPage' });

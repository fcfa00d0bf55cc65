import { z } from 'zod';
import { Email, Id, SourceKey, Time } from './words.ts';

/** Where a page of the queue begins: after whom of those due when. */
export const DueNoticesQuery = z.object({
  dueAt: z.coerce.number().int().default(0),
  person: z.string().max(64).default(''),
});
export type DueNoticesQuery = z.infer<typeof DueNoticesQuery>;

/** A person who has not got the privacy notice yet (GDPR art. 14). */
export const DueNotice = z
  .object({ person: Id, source: SourceKey, email: Email, dueAt: Time })
  .meta({ id: 'Untold' });
export type DueNotice = z.infer<typeof DueNotice>;

/** `GET /v1/notices`, those due first first. */
export const DueNoticesPage = z
  .object({
    people: z.array(DueNotice),
    count: z.number(),
    late: z.number().meta({ description: 'Of these, whose deadline has passed.' }),
    soon: z
      .number()
      .meta({ description: 'Of these, whose deadline is within 7 days or has passed.' }),
  })
  .meta({ id: 'UntoldPage' });

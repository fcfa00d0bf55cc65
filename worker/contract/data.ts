import { z } from 'zod';
import { ConnectedPerson } from './connections.ts';
import { Person, RecordProof } from './people.ts';
import { PersonRequest } from './requests.ts';
import { FormKey, Id, Locale, Sha256, Time } from './words.ts';

/** A submission as it is kept. */
export const KeptSubmission = z
  .object({
    id: Id,
    form: FormKey,
    version: z.number(),
    receipt: z.string(),
    statement: Sha256,
    locale: Locale,
    page: z.string().nullable(),
    recordedAt: Time,
    fields: z.record(z.string(), z.unknown()),
    decisions: z.unknown(),
  })
  .meta({ id: 'KeptSubmission' });

/** Everything that is kept of a person (GDPR art. 15 and 20), as they get it themselves. */
export const KeptData = z
  .object({
    person: Person,
    submissions: z.array(KeptSubmission),
    records: z.array(RecordProof),
    requests: z.array(PersonRequest),
    /** Since when emails to the address bounce; null where they do not. */
    bouncedAt: Time.nullable(),
    /** Names of the segments that were made from lists with their address. */
    segments: z.array(z.string()),
    breaches: z.array(z.object({ title: z.string(), notifiedAt: Time })),
    /** Until when they must get a privacy notice (GDPR art. 14); null where none is due. */
    noticeDueAt: Time.nullable(),
    /** Until when each subscription rests. */
    pauses: z.record(z.string(), Time),
    /** How they stand at connected tools, as it was seen last. */
    tools: z.array(ConnectedPerson),
    emails: z.array(
      z.object({
        template: z.string(),
        state: z.string(),
        createdAt: Time,
        sentAt: Time.nullable(),
      }),
    ),
  })
  .meta({ id: 'KeptData' });
export type KeptData = z.infer<typeof KeptData>;

/** How everything that is kept of a person leaves. */
export const DataFormat = z.enum(['json', 'csv', 'html']);
export type DataFormat = z.infer<typeof DataFormat>;

/** What `GET /v1/people/{id}/data` and `GET /v1/preferences/data` answer, by content type. */
export const dataAnswers = {
  'application/json': KeptData,
  'text/csv': z.string().meta({ description: 'Two columns: what, value.' }),
  'text/html': z.string().meta({ description: 'A report to print.' }),
};

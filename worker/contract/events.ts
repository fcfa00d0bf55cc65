import { z } from 'zod';
import { PersonField } from './definition.ts';
import { RequestKind } from './requests.ts';
import {
  Decision,
  FormKey,
  Id,
  Key,
  LegalBasisKey,
  SourceKey,
  SubscriptionKey,
  Time,
} from './words.ts';

/** What is told to webhooks, connectors and programs that follow the changes feed. */
export const EventType = z
  .enum([
    'consent.given',
    'consent.informed',
    'consent.pending',
    'consent.refused',
    'consent.withdrawn',
    'consent.expired',
    'subscription.changed',
    'person.created',
    'person.corrected',
    'person.erased',
    'request.opened',
    'request.closed',
    'submission.recorded',
    'submission.confirmed',
    'breach.notified',
  ])
  .meta({ id: 'EventType' });
export type EventType = z.infer<typeof EventType>;

/** What an event says, by ids and keys: no personal data, unless a webhook or a reader of changes asks for fields. */
export const EventData = z
  .object({
    person: Id.nullable().meta({ description: 'Random; null where the person is not known.' }),
    purpose: Key.optional().meta({
      description: 'What was decided about; the purpose above it, where it is a subscription type.',
    }),
    subscription: SubscriptionKey.optional(),
    before: Decision.nullable()
      .optional()
      .meta({ description: 'Null where nothing had been decided before.' }),
    after: Decision.optional(),
    legalBasis: LegalBasisKey.optional(),
    source: SourceKey.optional(),
    actor: z.enum(['person', 'user', 'api', 'system']).optional().meta({
      description: 'Who decided, or recorded the decision.',
    }),
    decidedAt: Time.optional().meta({
      description: 'When it was decided elsewhere, where an import says so.',
    }),
    record: Id.optional().meta({ description: 'The id of the record in the ledger.' }),
    recordSequence: z.int().optional().meta({ description: 'Its place in the ledger.' }),
    submission: Id.optional(),
    form: FormKey.optional(),
    version: z.int().optional(),
    request: z.int().optional().meta({ description: 'The number of the request.' }),
    kind: RequestKind.optional().meta({ description: 'What was requested.' }),
    outcome: z.enum(['done', 'refused', 'cancelled']).optional(),
    breach: Id.optional(),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .meta({
        description:
          'Details of the person as they are now, where fields were asked for: `email`, `locale` or a form’s.',
        examples: [{ email: 'anna@example.com' }],
      }),
  })
  .meta({ id: 'EventData' });
export type EventData = z.infer<typeof EventData>;

/** One event, as webhooks receive it and the changes feed lists it. */
export const ChangeEvent = z
  .object({
    id: z
      .string()
      .regex(/^evt_[0-9a-z]+_[0-9a-z]+$/)
      .meta({ description: 'The same however often it is sent.', examples: ['evt_mi2x4k_34o'] }),
    type: EventType,
    timestamp: z.iso
      .datetime()
      .meta({ description: 'When it happened.', examples: ['2026-11-26T08:00:00.000Z'] }),
    sequence: z.int().meta({
      description: 'Grows strictly, with gaps. The `after` that continues behind this event.',
      examples: [4096],
    }),
    data: EventData,
  })
  .meta({ id: 'ChangeEvent' });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

/** A detail of a person that may be sent along with an event. */
export const EventField = z
  .enum(['email', 'locale', ...PersonField.options])
  .meta({ id: 'EventField' });
export type EventField = z.infer<typeof EventField>;

const listOf = <Item extends z.ZodType<string, string>>(
  item: Item,
  description: string,
  example: string,
) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(item))
    .meta({ description, examples: [example] });

/** `GET /v1/changes` */
export const ChangesQuery = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'The `next` of the answer before; 0 for all that is kept.' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  types: listOf(EventType, 'Only these types, separated by commas.', 'consent.given'),
  fields: listOf(
    EventField,
    'Details of the person to send along, separated by commas. Needs the right `people-read` too.',
    'email',
  ),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** A page of the feed, the oldest first. */
export const ChangesPage = z
  .object({
    changes: z.array(ChangeEvent),
    next: z.int().meta({ description: 'The `after` to go on with, now or later.' }),
    more: z.boolean().meta({ description: 'Whether there is more to read at once.' }),
  })
  .meta({ id: 'ChangesPage' });
export type ChangesPage = z.infer<typeof ChangesPage>;

/** Whether the feed is written, and what of it is kept. */
export const FeedState = z
  .object({
    on: z.boolean(),
    complete: z.int().meta({ description: 'Everything behind this sequence is kept.' }),
    newest: z.int().meta({ description: 'The `after` of someone who wants only what comes.' }),
  })
  .meta({ id: 'FeedState' });
export type FeedState = z.infer<typeof FeedState>;

/** `PUT /v1/changes/feed` */
export const FeedBody = z.strictObject({ on: z.boolean() }).meta({ examples: [{ on: true }] });

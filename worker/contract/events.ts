import { z } from 'zod';
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
    timestamp: z.iso.datetime().meta({ description: 'When it happened.' }),
    sequence: z.int().meta({
      description: 'Grows strictly, with gaps. The `after` that continues behind this event.',
      examples: [4096],
    }),
    data: EventData,
  })
  .meta({ id: 'ChangeEvent' });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

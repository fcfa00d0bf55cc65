import { z } from 'zod';
import { LONGEST_ADDRESS } from './address.ts';
import { EventField, EventType } from './events.ts';
import { Id, OneLine, Time } from './words.ts';

/** Whether events are sent: `gone` and `failing` were disabled, by an answer 410 or after three days of failing. */
export const WebhookState = z
  .enum(['active', 'paused', 'gone', 'failing'])
  .meta({ id: 'WebhookState' });
export type WebhookState = z.infer<typeof WebhookState>;

const Url = z
  .string()
  .max(LONGEST_ADDRESS)
  .meta({ examples: ['https://hooks.example.com/consent'] });

/** `POST /v1/webhooks`, `PUT /v1/webhooks/{id}` */
export const WebhookBody = z
  .strictObject({
    name: OneLine.min(1, 'Enter a name.').meta({ examples: ['Our CRM'] }),
    url: Url,
    types: z
      .array(EventType)
      .max(50)
      .default([])
      .meta({ description: 'Only these events. Empty for all.', examples: [['consent.given']] }),
    fields: z
      .array(EventField)
      .max(20)
      .default([])
      .meta({
        description: 'Details of the person to send along. Empty for none.',
        examples: [[]],
      }),
    active: z.boolean().default(true),
  })
  .meta({ id: 'WebhookBody' });
export type WebhookBody = z.infer<typeof WebhookBody>;

/** Where events are sent, and how that goes. */
export const Webhook = z
  .object({
    id: Id,
    name: z.string(),
    url: Url,
    types: z.array(EventType),
    fields: z.array(EventField),
    state: WebhookState,
    publicKey: z
      .string()
      .nullable()
      .meta({
        description:
          'Verifies the signatures `v1a` (Ed25519). Null where the `SECRETS_KEY` that it was encrypted with is gone: rotate it.',
        examples: ['whpk_MCowBQYDK2VwAyEA'],
      }),
    rotatingUntil: Time.nullable().meta({
      description: 'Until when the secret before signs too.',
    }),
    failingSince: Time.nullable(),
    waiting: z.int().meta({ description: 'Events that will be tried again.' }),
    failed: z.int().meta({ description: 'Events that were given up.' }),
    after: z.int().meta({ description: 'The sequence that it has got to.' }),
    createdAt: Time,
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;

/** `GET /v1/webhooks` */
export const Webhooks = z.object({ webhooks: z.array(Webhook) });

const Secret = z.string().meta({
  description: 'Verifies the signatures `v1`. It is shown only now.',
  examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
});

/** 201 of a new webhook. */
export const NewWebhook = Webhook.extend({ secret: Secret }).meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof NewWebhook>;

/** What a rotation answers: the old secret signs beside the new one for a day. */
export const NewSecret = z
  .object({ secret: Secret, publicKey: z.string(), rotatingUntil: Time })
  .meta({ id: 'NewSecret' });
export type NewSecret = z.infer<typeof NewSecret>;

/** One try to send an event. */
export const Attempt = z
  .object({
    event: z.string().meta({ examples: ['evt_mi2x4k_34o'] }),
    type: z.string().meta({ examples: ['consent.given'] }),
    at: Time,
    ms: z.int().meta({ description: 'How long the answer took.' }),
    status: z.int().nullable().meta({ description: 'Null where none came.' }),
    error: z
      .enum(['timeout', 'connection', 'address', 'redirect', 'answer'])
      .nullable()
      .meta({ description: 'Null where it arrived.' }),
    tries: z.int(),
  })
  .meta({ id: 'WebhookAttempt' });
export type Attempt = z.infer<typeof Attempt>;

/** `GET /v1/webhooks/{id}/attempts`, the newest first; `next` is the `before` of the page after. */
export const AttemptsPage = z.object({ attempts: z.array(Attempt), next: z.string().nullable() });
export type AttemptsPage = z.infer<typeof AttemptsPage>;

export const AttemptsQuery = z.object({
  before: z
    .string()
    .max(36)
    .default('')
    .meta({ description: '`next` of the page before.', examples: [''] }),
});

/** `POST /v1/webhooks/{id}/replays`: one event, or everything since a moment. */
export const ReplayBody = z
  .strictObject({
    event: z.string().max(60).optional(),
    since: Time.optional(),
  })
  .refine(({ event, since }) => (event === undefined) !== (since === undefined), {
    message: 'Give an event or a moment.',
  })
  .meta({ id: 'ReplayBody', examples: [{ since: 1764093600000 }] });
export type ReplayBody = z.infer<typeof ReplayBody>;

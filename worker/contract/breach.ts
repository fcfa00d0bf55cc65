import { z } from 'zod';
import { ActorName, Id, Time, Typed } from './words.ts';

/** What a breach notice says (GDPR art. 34(2)), in plain words for its reader. */
export const BreachFacts = z.strictObject({
  nature: z.string().min(1).max(3000),
  consequences: z.string().min(1).max(3000),
  measures: z.string().min(1).max(3000),
  contact: z.string().min(1).max(500),
});
export type BreachFacts = z.infer<typeof BreachFacts>;

/** `POST /v1/breaches`, `PUT /v1/breaches/{id}` */
export const BreachBody = z.strictObject({
  title: Typed.min(1, 'Give it a name.').max(200),
  /** UTC ms */
  discoveredAt: Time.positive(),
  facts: BreachFacts,
});
export type BreachBody = z.infer<typeof BreachBody>;

/** A breach of personal data: what happened, when the authority was notified, and how many people were. */
export const BreachCase = z
  .object({
    id: Id,
    title: z.string(),
    facts: BreachFacts,
    discoveredAt: Time,
    authorityAt: Time.nullable(),
    closedAt: Time.nullable(),
    createdBy: ActorName,
    createdAt: Time,
    notified: z.number(),
    firstNotifiedAt: Time.nullable(),
    lastNotifiedAt: Time.nullable(),
  })
  .meta({ id: 'BreachCase' });
export type BreachCase = z.infer<typeof BreachCase>;

/** `GET /v1/breaches` */
export const Breaches = z.object({ breaches: z.array(BreachCase) });

/** `POST /v1/breach-notices` */
export const BreachNoticesBody = z.strictObject({
  ...BreachFacts.shape,
  people: z.array(z.uuid()).min(1).max(1000),
  /** The case that records who was notified. */
  breach: z.uuid().optional(),
});
export type BreachNoticesBody = z.infer<typeof BreachNoticesBody>;

/** 202 of `POST /v1/breach-notices`; `before` is how many were already notified in the case. */
export const BreachNoticesAnswer = z.object({
  queued: z.number(),
  unknown: z.number().meta({ description: 'How many of the ids nobody has.' }),
  before: z.number().optional(),
});
export type BreachNoticesAnswer = z.infer<typeof BreachNoticesAnswer>;

import { z } from 'zod';
import { PersonField } from './definition.ts';
import { tidied } from './tidied.ts';
import {
  Decision,
  Key,
  LegalBasisKey,
  Locale,
  SourceKey,
  SubscriptionKey,
  Time,
  Typed,
} from './words.ts';

const withTidyPhone = (fields: Partial<Record<z.infer<typeof PersonField>, string>>) =>
  fields.phone ? { ...fields, phone: tidied('tel', fields.phone) } : fields;

/** What is known of someone who is registered by a user, a program or a file. */
export const Registration = z.strictObject({
  email: z
    .string()
    .max(320)
    .meta({ examples: ['anna@example.com'] }),
  locale: Locale.default('en'),
  fields: z.partialRecord(PersonField, Typed.max(500)).overwrite(withTidyPhone).default({}),
  /** For which purposes they are kept, and whether they agreed to it elsewhere. */
  purposes: z.array(Key).max(20).default([]),
  /** Only what they themselves have asked for; under a purpose among those named. */
  subscriptions: z.array(SubscriptionKey).max(50).default([]),
});

export type Registration = z.infer<typeof Registration>;

/** On what ground and how all of an occasion came, and why it is registered. */
export const RegisteringBody = z.strictObject({
  source: SourceKey,
  legalBasis: LegalBasisKey,
  comment: Typed.min(3, 'Say where it comes from, in a few words.').max(1000),
});

export type RegisteringBody = z.infer<typeof RegisteringBody>;

/** `POST /v1/people` */
export const NewPersonBody = z.strictObject({
  ...Registration.shape,
  ...RegisteringBody.shape,
  decidedAt: Time.optional().meta({
    description:
      'When the person said so. With it, what is registered is graded `asserted`, without it `unproven`.',
  }),
});

/** `POST /v1/people/{id}/decisions`: what someone said to us on the phone, at a meeting, in an email. */
export const DecisionBody = z
  .strictObject({
    purpose: Key.optional(),
    subscription: SubscriptionKey.optional(),
    decision: Decision.exclude(['pending', 'expired']),
    legalBasis: LegalBasisKey.optional(),
    source: SourceKey,
    comment: Typed.min(3, 'Say why, in a few words.').max(1000),
  })
  .refine(({ purpose, subscription }) => !purpose !== !subscription, {
    path: ['purpose'],
    message: 'Name a purpose or a subscription type.',
  })
  .meta({
    examples: [
      {
        purpose: 'e-marketing',
        decision: 'withdrawn',
        source: 'phone',
        comment: 'Called and asked for no more emails.',
      },
    ],
  });

export type DecisionBody = z.infer<typeof DecisionBody>;

/** `POST /v1/people/{id}/notices` */
export const NoticeBody = z.strictObject({
  /** The language of the email; the person's own when absent. */
  locale: Locale.optional(),
});
export type NoticeBody = z.infer<typeof NoticeBody>;

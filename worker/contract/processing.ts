import { z } from 'zod';
import { Controller } from './settings.ts';
import { FormKey, Key, LegalBasisKey, SourceKey, TextsByLocale } from './words.ts';

/** A piece of data that is kept for a purpose, by the key of its field; where it is asked, and how it comes. */
export const KeptField = z
  .object({
    field: z.string(),
    labels: z.record(z.string(), z.string()),
    forms: z.array(FormKey),
    sources: z.array(SourceKey),
    /** False where no form says which of its purposes the field is for, so that it counts for all of them. */
    assigned: z.boolean(),
  })
  .meta({ id: 'KeptField' });
export type KeptField = z.infer<typeof KeptField>;

/** One line of the record of processing activities (GDPR art. 30(1)). */
export const Processing = z
  .object({
    purpose: Key,
    texts: TextsByLocale,
    legalBasis: LegalBasisKey,
    /** The data that is kept for it. */
    data: z.array(KeptField),
    retentionDays: z.number().nullable(),
    /** Each as the purpose says, or else as the settings say. */
    recipients: z.array(z.string()).meta({
      description: 'With connected tools that it is synced with, and receivers of webhooks.',
    }),
    storage: z.string(),
    subjects: z.string(),
    transfers: z.string(),
    security: z.string(),
    /** What the record of processing asks for and nobody has said yet. */
    missing: z.array(z.enum(['recipients', 'storage', 'subjects', 'transfers', 'security'])),
    forms: z.number(),
  })
  .meta({ id: 'Processing' });
export type Processing = z.infer<typeof Processing>;

/** `GET /v1/register` */
export const Register = z
  .object({
    processings: z.array(Processing),
    recipients: z.array(z.string()),
    subjects: z.string(),
    transfers: z.string(),
    security: z.string(),
    /** How long things are kept, in days; 0 keeps none of `evidence` and `emails`, and all of the others. */
    retention: z.object({
      submissions: z.number(),
      evidence: z.number(),
      emails: z.number(),
      unconfirmed: z.number(),
      stale: z.number(),
    }),
    controller: Controller,
    /** ISO 3166-1 code; empty where nobody has said it. */
    jurisdiction: z.string(),
    storage: z.string(),
    /** What art. 30(1)(a) asks of the controller, and nobody has said yet. */
    missing: z.array(z.enum(['name', 'address', 'email', 'jurisdiction'])),
  })
  .meta({ id: 'Register' });
export type Register = z.infer<typeof Register>;

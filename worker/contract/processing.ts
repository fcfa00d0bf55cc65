import { z } from 'zod';
import { Controller } from './settings.ts';
import { Key, LegalBasisKey, TextsByLocale } from './words.ts';

/** One line of the register of processing activities (GDPR art. 30(1)). */
export const Processing = z
  .object({
    purpose: Key,
    texts: TextsByLocale,
    legalBasis: LegalBasisKey,
    /** What is asked together with it, by key of the field. */
    fields: z.array(z.string()),
    retentionDays: z.number().nullable(),
    recipients: z.array(z.string()),
    storage: z.string(),
    /** What the record of processing asks for and nobody has said yet. */
    missing: z.array(z.enum(['recipients', 'storage'])),
    forms: z.number(),
  })
  .meta({ id: 'Processing' });
export type Processing = z.infer<typeof Processing>;

/** `GET /v1/register` */
export const Register = z
  .object({
    processings: z.array(Processing),
    recipients: z.array(z.string()),
    submissionDays: z.number(),
    evidenceDays: z.number(),
    controller: Controller,
    /** ISO 3166-1 code; empty where nobody has said it. */
    jurisdiction: z.string(),
    storage: z.string(),
    /** What art. 30(1)(a) asks of the controller, and nobody has said yet. */
    missing: z.array(z.enum(['name', 'address', 'email', 'jurisdiction'])),
  })
  .meta({ id: 'Register' });
export type Register = z.infer<typeof Register>;

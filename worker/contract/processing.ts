import { z } from 'zod';
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
    controller: z.object({ name: z.string(), address: z.string() }),
  })
  .meta({ id: 'Register' });
export type Register = z.infer<typeof Register>;

import { z } from 'zod';
import { ActorName, Time } from './words.ts';

/** One wrong field. `message` is in the visitor's locale, `code` is for programs. */
export const FieldError = z
  .object({ field: z.string(), code: z.string(), message: z.string() })
  .meta({
    id: 'FieldError',
    examples: [
      {
        field: 'email',
        code: 'email',
        message: 'Enter an email address in the format name@example.com.',
      },
    ],
  });
export type FieldError = z.infer<typeof FieldError>;

/** What can be wrong with a request, by the last part of a problem's `type`. */
export const ProblemKind = z.enum([
  'bad-request',
  'unauthorized',
  'unproven',
  'no-session',
  'forbidden',
  'origin-not-allowed',
  'cross-site',
  'needs-code',
  'robot',
  'not-found',
  'unknown-form',
  'inactive',
  'conflict',
  'gone',
  'overtaken',
  'too-large',
  'unsupported-type',
  'invalid-fields',
  'unknown-version',
  'wrong-code',
  'idempotency-mismatch',
  'too-many-requests',
  'internal',
  'unavailable',
]);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** A problem document (RFC 9457), served as `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string().optional(),
    /** `urn:uuid:` and the id under which our log has it. */
    instance: z.string().optional(),
    errors: z.array(FieldError).optional(),
    /** Of `overtaken`: who saved what stands now, and when. */
    savedBy: ActorName.optional(),
    savedAt: Time.optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' });
export type Problem = z.infer<typeof Problem>;

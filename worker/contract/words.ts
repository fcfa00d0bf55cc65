import { z } from 'zod';

/**
 * A stable, human-readable key: `e-marketing`, `61A`, `web-form`. Not `constructor` and its like, which
 * every object answers to.
 */
export const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/i)
  .refine((key) => !(key in {}), 'This key is reserved.');

/** A BCP 47 language tag as far as texts need it: `da`, `pt-BR`. */
export const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/);
export type Locale = z.infer<typeof Locale>;

/** A name, title or subject: one line without control characters, fit for the headers of an email. */
export const OneLine = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Enter one line, without line breaks or control characters.');

/** One entry of the ledger says one of these of a purpose or a subscription type. */
export const Decision = z.enum([
  'given',
  'pending',
  'refused',
  'withdrawn',
  'objected',
  'restricted',
  'expired',
]);
export type Decision = z.infer<typeof Decision>;

/** What of a form is shown: the whole of it, or only its consent part inside the site's own form. */
export const Part = z.enum(['form', 'field']);
export type Part = z.infer<typeof Part>;

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

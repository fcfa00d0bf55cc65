import { z } from 'zod';
import { OneLine } from '../contract/words.ts';

/** The emails that the server sends. */
export const EmailTemplate = z.enum([
  'privacy-notice',
  'confirmation',
  'entry',
  'request-received',
  'request-done',
  'address-old',
  'address-new',
  'receipt',
  'breach-notice',
  'sign-in',
  'source-notice',
  'purpose-changed',
  'request-refused',
]);
export type EmailTemplate = z.infer<typeof EmailTemplate>;

/** The texts of an email in one language. `{places}` are filled in; a blank line separates paragraphs. */
export const EmailTexts = z.strictObject({
  subject: OneLine.min(1),
  body: z.string().min(1).max(5000),
  button: z.string().max(100),
  footer: z.string().min(1).max(1000),
});
export type EmailTexts = z.infer<typeof EmailTexts>;

/** The places that each email can fill in, beside `{sender}`, which every email can. */
export const places: Record<EmailTemplate, readonly string[]> = {
  'privacy-notice': ['page', 'purposes'],
  confirmation: ['page', 'hours', 'days'],
  entry: [],
  'request-received': ['number', 'kind', 'due', 'grace'],
  'request-done': ['number', 'kind', 'due'],
  'address-old': ['email'],
  'address-new': ['email'],
  receipt: ['when', 'proof', 'purposes'],
  'breach-notice': ['nature', 'consequences', 'measures', 'contact'],
  'sign-in': [],
  'source-notice': ['source', 'purposes'],
  'purpose-changed': ['purposes'],
  'request-refused': ['number', 'kind', 'due', 'reason'],
};

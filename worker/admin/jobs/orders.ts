import { z } from 'zod';
import { PersonField } from '../../contract/definition.ts';
import type { Right } from '../../contract/rights.ts';
import { Decision, Key } from '../../contract/words.ts';
import { BreachFacts } from '../../emails/telling.ts';
import { RegisteringBody } from '../people/register.ts';

const comment = z.string().trim().min(3, 'Say why, in a few words.').max(1000);

/** Sets how a purpose stands for everybody in the selection, or on which ground. */
export const UpdateOrders = z.strictObject({
  kind: z.literal('bulk-update'),
  purpose: Key,
  decision: Decision.exclude(['pending', 'expired']),
  legalBasis: Key,
  source: Key,
  comment,
});

/** Erases everybody in the selection. */
export const DeleteOrders = z.strictObject({ kind: z.literal('bulk-delete'), comment });

/** Tells those who said yes to a purpose that its words have changed. */
export const AskAnewOrders = z.strictObject({
  kind: z.literal('ask-anew'),
  purpose: Key,
});

/** Tells everybody in the selection what is kept of them (GDPR art. 14). */
export const NoticeOrders = z.strictObject({ kind: z.literal('notice') });

/** Tells everybody in the selection of a breach (GDPR art. 34). */
export const BreachOrders = z.strictObject({
  kind: z.literal('breach-notice'),
  breach: z.string(),
  facts: BreachFacts,
});

/** What a column of a file is: a part of a person, a subscription type (`subscription:newsletter`), or nothing. */
export const Column = z.union([
  z.literal(''),
  z.literal('email'),
  z.literal('locale'),
  PersonField,
  z.string().regex(/^(subscription):[a-z0-9-]+$/i),
]);
export type Column = z.infer<typeof Column>;

/** Registers everybody in a file. */
export const ImportOrders = z.strictObject({
  kind: z.literal('import'),
  ...RegisteringBody.shape,
  file: z.string().max(200),
  header: z.array(z.string().max(200)).max(100),
  columns: z.array(Column).max(100),
  purposes: z.array(Key).max(20),
  locale: z.string(),
});
export type ImportOrders = z.infer<typeof ImportOrders>;

/** What a job is to do. */
export const Orders = z.discriminatedUnion('kind', [
  UpdateOrders,
  DeleteOrders,
  AskAnewOrders,
  NoticeOrders,
  BreachOrders,
  ImportOrders,
]);
export type Orders = z.infer<typeof Orders>;

export const JobKind = z.enum([
  'bulk-update',
  'bulk-delete',
  'ask-anew',
  'notice',
  'breach-notice',
  'import',
]);
export type JobKind = z.infer<typeof JobKind>;

/** The right that each kind of job needs. */
export const rightOf: Record<JobKind, Right> = {
  'bulk-update': 'bulk-update',
  'bulk-delete': 'bulk-delete',
  'ask-anew': 'bulk-update',
  notice: 'people-register',
  'breach-notice': 'breach',
  import: 'people-register',
};

import { z } from 'zod';

/** A thing that a console user or an API key may do. Access is by right, not by job title. */
export const Right = z.enum([
  'forms',
  'lists',
  'people-read',
  'people-register',
  'consents-write',
  'subscriptions-write',
  'bulk',
  'bulk-update',
  'bulk-delete',
  'export',
  'mailing',
  'mailing-override',
  'changes',
  'requests',
  'breach',
  'mail',
  'settings',
  'users',
  'api-keys',
  'audit',
]);
export type Right = z.infer<typeof Right>;

/**
 * Rights that go together, to start from; what counts is the single right. Nobody but the person changes
 * their own subscriptions, so `subscriptions-write` is in no bundle but the administrator's.
 */
export const bundles = {
  administrator: Right.options,
  marketer: ['forms', 'people-read', 'people-register', 'bulk', 'export', 'mailing'],
  'privacy-officer': [
    'forms',
    'lists',
    'people-read',
    'people-register',
    'consents-write',
    'bulk',
    'bulk-update',
    'bulk-delete',
    'export',
    'requests',
    'breach',
    'mail',
    'settings',
    'audit',
  ],
  agent: ['people-read', 'people-register', 'consents-write'],
  auditor: ['people-read', 'export', 'audit'],
} as const satisfies Record<string, readonly Right[]>;
export type Bundle = keyof typeof bundles;

/** The rights among those wanted that someone lacks: nobody gives what they do not have. */
export const lacking = (own: readonly Right[], wanted: readonly Right[]): Right[] =>
  wanted.filter((right) => !own.includes(right));

import { type EmailTemplate, isOwnNotice, type TemplateName } from '../contract/emails.ts';

/** The places that each email can fill in. */
const places: Record<EmailTemplate, readonly string[]> = {
  'privacy-notice': ['page', 'purposes', 'rights'],
  confirmation: ['code', 'page', 'purposes', 'hours', 'days'],
  entry: ['code'],
  'request-received': ['number', 'kind', 'due', 'grace'],
  'request-done': ['number', 'kind', 'due'],
  'data-ready': ['number', 'kind'],
  'address-old': ['email'],
  'address-new': ['email'],
  receipt: ['when', 'proof', 'purposes'],
  'breach-notice': ['nature', 'consequences', 'measures', 'contact'],
  'sign-in': [],
  invitation: [],
  'source-notice': ['source', 'page', 'purposes', 'rights'],
  'log-halted': ['since'],
  'webhook-disabled': ['name'],
  'log-checkpoint': ['origin', 'size'],
  'purpose-changed': ['purposes'],
  'request-extended': ['number', 'kind', 'due', 'reason'],
  'restriction-lifted': ['reason'],
  'breach-reported': [],
  'request-refused': ['number', 'kind', 'due', 'reason'],
};

/** Returns the places that an email can fill in: every email names its sender. */
export const placesOf = (template: TemplateName): readonly string[] => [
  'sender',
  ...places[isOwnNotice(template) ? 'source-notice' : template],
];

import type { RequestChannel } from '../contract/requests.ts';

/** The source under which the ledger records what a request ends, by how the request came. */
const sources: Record<RequestChannel, string> = {
  'preference-centre': 'preference-centre',
  email: 'e-mail',
  phone: 'phone',
  letter: 'manual',
  'in-person': 'meeting',
  other: 'manual',
};

/** Returns the source under which the ledger records what a request ends. */
export const sourceOf = (channel: RequestChannel): string => sources[channel];

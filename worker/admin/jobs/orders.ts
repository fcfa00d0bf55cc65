import type { JobKind } from '../../contract/jobs.ts';
import type { Right } from '../../contract/rights.ts';

/** The right that each kind of job needs. */
export const rightOf: Record<JobKind, Right> = {
  'bulk-update': 'bulk-update',
  'bulk-delete': 'bulk-delete',
  'ask-anew': 'bulk-update',
  notice: 'people-register',
  'breach-notice': 'breach',
  import: 'people-register',
};

import type { JobKind, Orders } from '../../contract/jobs.ts';
import type { Right } from '../../contract/rights.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';

/** The right that each kind of job needs. */
export const rightOf: Record<JobKind, Right> = {
  'bulk-update': 'bulk-update',
  'bulk-delete': 'bulk-delete',
  'ask-anew': 'bulk-update',
  notice: 'people-register',
  'breach-notice': 'breach',
  import: 'people-register',
};

/** Throws 403, audited, where the caller lacks the right that such a job needs. */
export const checkMayRun = async (
  caller: Pick<Caller, 'db' | 'actor' | 'rights' | 'now'>,
  { kind }: Pick<Orders, 'kind'>,
): Promise<void> => {
  const right = rightOf[kind];
  if (caller.rights.includes(right)) return;
  await audit(caller, { act: 'denied', object: right }).run();
  throw new ProblemError('forbidden', { detail: `This needs the right "${right}".` });
};

import type { JobKind, Orders } from '../../contract/jobs.ts';
import type { Right } from '../../contract/rights.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { yesErrors } from '../people/yes-errors.ts';
import { readJob } from './store.ts';

type Rights = readonly [Right, ...Right[]];

/** The rights that each kind of job needs, all of them: what one may do to one person, one may not do to many. */
const rightsOf: Record<JobKind, Rights> = {
  'bulk-update': ['bulk-update'],
  'bulk-delete': ['bulk-delete'],
  'consent-renewal': ['bulk-update', 'bulk'],
  notice: ['people-register', 'bulk'],
  'breach-notice': ['breach', 'bulk'],
  import: ['people-register', 'bulk'],
  undo: ['bulk'],
};

/** The first right that a kind of job needs and that is not among those held; undefined if none is missing. */
export const missingRight = (held: readonly Right[], kind: JobKind): Right | undefined =>
  rightsOf[kind].find((right) => !held.includes(right));

/** Throws 403, audited, where the caller lacks a right that such a job needs; undoing one needs those of the job too. */
export const checkMayRun = async (
  caller: Pick<Caller, 'db' | 'actor' | 'rights' | 'now'>,
  orders: Orders,
): Promise<void> => {
  const undone = orders.kind === 'undo' ? await readJob(caller.db, orders.job) : null;
  const right =
    missingRight(caller.rights, orders.kind) ??
    (undone ? missingRight(caller.rights, undone.kind) : undefined);
  if (!right) return;
  await audit(caller, { act: 'denied', object: right }).run();
  throw new ProblemError('forbidden', { detail: `This needs the right "${right}".` });
};

/** Throws 422 where a bulk update would record a consent for a purpose that asks for none, or the other way round. */
export const checkYes = async (db: Database, orders: Orders): Promise<void> => {
  if (orders.kind !== 'bulk-update' || orders.decision === undefined) return;
  const errors = yesErrors(await readWholeLists(db), orders.purpose, orders.decision);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
};

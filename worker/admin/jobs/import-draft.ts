import type { DryRun, ImportOrders, ImportProblem, Job, Mapping } from '../../contract/jobs.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { maySubscribeKnown } from '../people/register.ts';
import { ImportTally } from './dry-runs.ts';
import { sortRows } from './import-slice.ts';
import { forgetDraftFile, readRows } from './import-store.ts';
import { checkMapping } from './mapping.ts';
import { runJob } from './run.ts';
import { beginDraft, forgetTyped, IN_STATE, readJob, setState } from './store.ts';

/** An import whose rows still wait. */
export type ImportDraft = Job & { orders: ImportOrders };

const noDraft = () => new ProblemError('not-found', { detail: 'There is no such draft.' });

/** The draft of an import; 404 for anything else. */
export const draftOf = async (db: Database, id: string): Promise<ImportDraft> => {
  const job = await readJob(db, id);
  if (job?.state !== 'draft' || job.orders.kind !== 'import') throw noDraft();
  return { ...job, orders: job.orders };
};

const MOST_PROBLEMS = 500;

/** Reads every row as the import will, and writes nothing. */
export const dryRun = async (
  caller: Caller,
  draft: ImportDraft,
  mapping: Mapping,
): Promise<DryRun> => {
  const orders = { ...draft.orders, ...mapping, subscribesKnown: maySubscribeKnown(caller) };
  const lists = await readWholeLists(caller.db);
  checkMapping(lists, draft.orders.header, mapping);
  const seen = new Set<string>();
  const tally = new ImportTally(caller, lists);
  const result = { rows: 0, good: 0, problems: [] as ImportProblem[], more: 0, bounced: 0 };
  for (let after = 0; ; ) {
    const rows = await readRows(caller.db, draft.id, after, 5000);
    if (rows.length === 0) return { ...result, outcomes: await tally.end(draft.id) };
    after = rows.at(-1)?.number ?? after;
    const { good, problems } = await sortRows(caller, orders, lists, rows, seen);
    result.rows += rows.length;
    result.good += good.length;
    result.bounced += good.filter(({ person }) => person.bounced).length;
    await tally.add(
      good.map(({ person }) => person),
      orders,
    );
    const room = MOST_PROBLEMS - result.problems.length;
    result.problems.push(...problems.slice(0, room));
    result.more += Math.max(0, problems.length - room);
  }
};

/**
 * Begins a draft with its columns and purposes as they were chosen; 422 where they contradict each other, 404
 * where it is no draft any more.
 */
export const beginImport = async (
  caller: Caller,
  { id, total, orders }: ImportDraft,
  mapping: Mapping,
): Promise<void> => {
  const { db, later } = caller;
  checkMapping(await readWholeLists(db), orders.header, mapping);
  const act = { act: 'import.begin', object: `job/${id}`, after: { rows: total } };
  const [, begun] = await db.batch([
    auditWhere(caller, act, IN_STATE, id, 'draft'),
    beginDraft(
      db,
      id,
      { ...orders, ...mapping, subscribesKnown: maySubscribeKnown(caller) },
      total,
    ),
  ]);
  if (begun?.meta.changes !== 1) throw noDraft();
  later(() => runJob(caller, id));
};

/** Drops a draft, and forgets its rows and what was typed for it; 404 where it is none any more. */
export const dropImport = async (caller: Caller, job: Job): Promise<void> => {
  const { db } = caller;
  const { id } = job;
  const [, , dropped] = await db.batch([
    auditWhere(caller, { act: 'import.drop', object: `job/${id}` }, IN_STATE, id, 'draft'),
    forgetDraftFile(db, id),
    setState(db, id, 'draft', 'stopped'),
    forgetTyped(db, job),
  ]);
  if (dropped?.meta.changes !== 1) throw noDraft();
};

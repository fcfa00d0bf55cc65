import { z } from 'zod';
import { type Job, JobKind, JobState, Orders } from '../../contract/jobs.ts';
import { OutcomeTotals } from '../../contract/outcomes.ts';
import { PeopleFilter, withoutTyped } from '../../contract/search.ts';
import type { Database } from '../../platform/database.ts';
import { jsonWithoutContacts } from '../../platform/email.ts';
import { parseRows } from '../../platform/rows.ts';

/** Old jobs hold the host of their links, which now comes from `publicUrl`. */
const StoredOrders = z
  .looseObject({ host: z.unknown().optional() })
  .transform(({ host: _, ...orders }) => orders);

const Row = z
  .object({
    id: z.string(),
    kind: JobKind,
    state: JobState,
    filter: z.string(),
    orders: z.string(),
    cursor: z.string(),
    seen: z.number(),
    changed: z.number(),
    total: z.number(),
    error: z.string().nullable(),
    actor: z.string(),
    createdAt: z.number(),
    endedAt: z.number().nullable(),
    outcomes: z.string(),
    undoneBy: z.string().nullable(),
  })
  .transform(
    ({ filter, orders, outcomes, ...row }): Job => ({
      ...row,
      filter: PeopleFilter.parse(JSON.parse(filter)),
      outcomes: OutcomeTotals.parse(JSON.parse(outcomes)),
      orders: Orders.parse({ kind: row.kind, ...StoredOrders.parse(JSON.parse(orders)) }),
    }),
  );

const SELECT = `
SELECT id, kind, state, filter, orders, cursor, seen, changed, total, error, actor,
  created_at AS createdAt, ended_at AS endedAt,
  (SELECT json_group_object(outcome, count) FROM job_outcome WHERE job = job.id) AS outcomes,
  (SELECT undo.id FROM job undo WHERE undo.undoes = job.id) AS undoneBy
FROM job`;

export const JOB = `${SELECT}
WHERE id = ?1`;

/** Uses job_by_time. */
export const JOBS = `${SELECT}
ORDER BY created_at DESC
LIMIT 100`;

export const WRITE = `
INSERT INTO job (id, kind, state, filter, orders, total, actor, created_at, undoes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`;

/** Takes a job for a while, so that no two runners do the same. */
export const LEASE = `
UPDATE job
SET leased_to = ?3
WHERE id = ?1 AND state = 'running' AND leased_to < ?2`;

/** Uses job_running. */
export const FREE = `
SELECT id
FROM job
WHERE state = 'running' AND leased_to < ?1
LIMIT 5`;

/** Marks a slice; a job that is being undone has no slice any more, so that the whole batch fails. */
export const TAKE_SLICE = `
INSERT INTO job_slice (job, cursor)
VALUES (
  (SELECT id FROM job WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM job undo WHERE undo.undoes = job.id)),
  ?2
)`;

/** How many a job whose outcomes are counted has done something with. */
const CHANGED = `
SELECT COALESCE(SUM(count), 0)
FROM job_outcome
WHERE job = ?1 AND outcome IN ('new', 'changed', 'restored', 'erased')`;

/** Goes on to the next slice; ends where there is none. A job that was stopped meanwhile stays so while it has one. */
export const ADVANCE = `
UPDATE job
SET cursor = COALESCE(?2, cursor), seen = seen + ?3, changed = COALESCE(changed + ?4, (${CHANGED})), leased_to = ?5,
  state = CASE WHEN ?2 IS NULL AND state IN ('running', 'stopped') THEN 'done' ELSE state END,
  ended_at = CASE WHEN ?2 IS NULL THEN ?6 ELSE ended_at END
WHERE id = ?1`;

export const RELEASE = 'UPDATE job SET leased_to = 0 WHERE id = ?1';

export const FAIL = `
UPDATE job
SET state = 'failed', error = ?2, ended_at = ?3
WHERE id = ?1 AND state = 'running'`;

/** What was typed to begin a job names people at times, and a job is never erased. */
export const FORGET_TYPED =
  "UPDATE job SET filter = ?2, orders = ?3 WHERE id = ?1 AND state IN ('done', 'failed', 'stopped')";

export const SET_STATE = `
UPDATE job
SET state = ?3, leased_to = 0
WHERE id = ?1 AND state = ?2
  AND NOT EXISTS (SELECT 1 FROM job undo WHERE undo.undoes = job.id)`;

/** Whether a job is in a state and not undone, as a condition of the audit entry of what ends that state. */
export const IN_STATE = `EXISTS (SELECT 1 FROM job WHERE id = ?7 AND state = ?8
  AND NOT EXISTS (SELECT 1 FROM job undo WHERE undo.undoes = job.id))`;

export const BEGIN = `
UPDATE job
SET state = 'running', orders = ?2, total = ?3
WHERE id = ?1 AND state = 'draft'`;

export const FORGET_SLICES = 'DELETE FROM job_slice WHERE job = ?1';

export const readJob = async (db: Database, id: string): Promise<Job | null> => {
  const row = await db.prepare(JOB).bind(id).first();
  return row && Row.parse(row);
};

/** Reads a job's row; null where it is of another version, after going back to an older one. */
const readable = (row: unknown): Job | null => {
  try {
    return Row.parse(row);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
};

/** Reads the jobs that can be read, the newest first. */
export const readJobs = async (db: Database): Promise<Job[]> =>
  (await db.prepare(JOBS).all()).results.flatMap((row) => readable(row) ?? []);

/** Makes the statement that takes addresses and phone numbers out of what was typed to begin a job, once it has ended. */
export const forgetTyped = (db: Database, { id, filter, orders }: Job): D1PreparedStatement => {
  const withoutKind = ({ kind: _, ...rest }: Orders) => rest;
  return db
    .prepare(FORGET_TYPED)
    .bind(id, jsonWithoutContacts(withoutTyped(filter)), jsonWithoutContacts(withoutKind(orders)));
};

/** A job as it is made; a draft waits until it is begun. */
export type NewJob = Pick<Job, 'id' | 'filter' | 'total' | 'actor' | 'createdAt'> & {
  state: 'draft' | 'running';
  orders: Orders;
};

export const writeJob = (db: Database, job: NewJob): D1PreparedStatement => {
  const { kind, ...orders } = job.orders;
  return db
    .prepare(WRITE)
    .bind(
      job.id,
      kind,
      job.state,
      JSON.stringify(job.filter),
      JSON.stringify(orders),
      job.total,
      job.actor,
      job.createdAt,
      job.orders.kind === 'undo' ? job.orders.job : null,
    );
};

/** Whether this runner has the job to itself until a moment (UTC ms). */
export const lease = async (db: Database, id: string, now: number, until: number) =>
  (await db.prepare(LEASE).bind(id, now, until).run()).meta.changes === 1;

export const release = (db: Database, id: string) => db.prepare(RELEASE).bind(id).run();

const IdRow = z.object({ id: z.string() });

export const freeJobs = async (db: Database, now: number): Promise<string[]> => {
  const { results } = await db.prepare(FREE).bind(now).all();
  return parseRows(IdRow, results).map(({ id }) => id);
};

/**
 * What a slice does: where the next begins (null at the end), how many people it saw, and with how many it
 * did something; null where its statements count the outcomes.
 */
export type SliceDone = {
  next: string | null;
  seen: number;
  changed: number | null;
  statements: readonly D1PreparedStatement[];
};

/**
 * Does a slice: all of it with its mark, or nothing where another runner has done it already. The last one forgets
 * what was typed.
 */
export const doSlice = (
  db: Database,
  job: Job,
  { next, seen, changed, statements }: SliceDone,
  leasedTo: number,
): Promise<D1Result[]> => {
  const { id, cursor } = job;
  return db.batch([
    db.prepare(TAKE_SLICE).bind(id, cursor),
    ...statements,
    db.prepare(ADVANCE).bind(id, next, seen, changed, leasedTo, Date.now()),
    ...(next === null ? [db.prepare(FORGET_SLICES).bind(id), forgetTyped(db, job)] : []),
  ]);
};

/** Makes the statement that lets a job fail. */
export const failing = (db: Database, id: string, error: string): D1PreparedStatement =>
  db.prepare(FAIL).bind(id, error, Date.now());

export const setState = (
  db: Database,
  id: string,
  from: Job['state'],
  to: Job['state'],
): D1PreparedStatement => db.prepare(SET_STATE).bind(id, from, to);

export const beginDraft = (
  db: Database,
  id: string,
  { kind: _, ...orders }: Orders,
  total: number,
): D1PreparedStatement => db.prepare(BEGIN).bind(id, JSON.stringify(orders), total);

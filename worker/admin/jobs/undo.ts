// Undoing an import or a bulk update as a whole: new records restore what stood before it.
import { z } from 'zod';
import type { Job, UndoOrders } from '../../contract/jobs.ts';
import { Decision } from '../../contract/words.ts';
import { type Deciding, decideOf, type Occasion } from '../../ledger/decide.ts';
import type { Choice } from '../../ledger/record.ts';
import { codeOf, earlierOf, sequenceOf, wordOf } from '../../ledger/stored.ts';
import { forgetAdded } from '../../people/erase.ts';
import { forgetFilled } from '../../people/fields.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { flag, json, parseRows } from '../../platform/rows.ts';
import { countOutcomes, outcomesOf, type Wanted } from './outcomes.ts';
import { readJob, type SliceDone } from './store.ts';

const SLICE = 400;

const WRITTEN = { person: 'p.number', item: 'i.code', occasion: 'o.number', n: 'written.n' };

/** Whom a job found, of those who are still known, after the number ?2. */
const FOUND = `
SELECT j.person AS number, j.recorded_at, 0 AS added
FROM job_person j
CROSS JOIN person p ON p.number = j.person
WHERE j.job = +?1 AND j.person > CAST(?2 AS INTEGER)
ORDER BY j.person
LIMIT ?3`;

/** Whom it made known, in the same way. */
const ADDED = `
SELECT p.number, a.recorded_at, 1
FROM job_added a
CROSS JOIN person p ON p.number >= MAX(a.first, CAST(?2 AS INTEGER) + 1) AND p.number <= a.last
WHERE a.job = +?1 AND a.last > CAST(?2 AS INTEGER)
ORDER BY a.last, p.number
LIMIT ?3`;

/**
 * What a job wrote of the next people, and what stood right before, but for a restriction that stood on over what it
 * wrote beneath: uses occasion_by_person.
 */
export const WRITTEN_OF = `
SELECT p.id AS person, p.number, one.added AS isAdded, one.recorded_at AS at, p.email, p.locale,
  (SELECT json_group_array(name) FROM person_field
    WHERE person = p.id AND recorded_at = one.recorded_at) AS fields,
  ${sequenceOf('written.occasion', 'written.n')} AS record, i.kind, i.key AS item,
  ${wordOf('written.legal_basis')} AS writtenBasis,
  ${wordOf('earlier.decision')} AS decision, ${wordOf('earlier.legal_basis')} AS legalBasis,
  (SELECT sha256 FROM statement WHERE number = before.statement) AS statement
FROM (SELECT * FROM (${FOUND})
  UNION ALL
  SELECT * FROM (${ADDED})
  ORDER BY number
  LIMIT ?3) one
JOIN person p ON p.number = one.number
LEFT JOIN occasion o ON o.person = p.number
  AND o.recorded_at = one.recorded_at
  AND o.actor = ${codeOf('?4')}
LEFT JOIN decided written ON written.occasion = o.number
  AND written.before_on IS NOT o.number
LEFT JOIN item i ON i.code = written.item
LEFT JOIN occasion before ON before.number = (${earlierOf('before.number', WRITTEN)})
LEFT JOIN decided earlier ON earlier.occasion = before.number
  AND earlier.n = (${earlierOf('earlier.n', WRITTEN)})`;

export const COUNT_OF = `
SELECT (SELECT COUNT(*)
  FROM job_person j
  CROSS JOIN person p ON p.number = j.person
  WHERE j.job = +?1) + (SELECT COUNT(*)
  FROM job_added a
  CROSS JOIN person p ON p.number BETWEEN a.first AND a.last
  WHERE a.job = +?1) AS count`;

const Row = z.object({
  person: z.string(),
  number: z.number(),
  isAdded: flag,
  at: z.number(),
  email: z.string(),
  locale: z.string(),
  fields: json(z.array(z.string())),
  record: z.number().nullable(),
  kind: z.enum(['purpose', 'subscription']).nullable(),
  item: z.string().nullable(),
  writtenBasis: z.string().nullable(),
  decision: Decision.nullable(),
  legalBasis: z.string().nullable(),
  statement: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

/** Someone whom a job was about, with what undoes what it wrote of them, and when it did (UTC ms). */
type Undoing = Deciding & { at: number; isAdded: boolean; fields: readonly string[] };

/** What restores the item of a record: what stood before it, or nothing. */
const choiceOf = ({ record, kind, item, ...row }: Row): Choice[] =>
  record === null || item === null
    ? []
    : [
        {
          ...(kind === 'purpose' ? { purpose: item } : { subscription: item }),
          decision: row.decision ?? 'expired',
          legalBasis: row.legalBasis ?? row.writtenBasis ?? '',
          statement: row.statement,
          undoes: record,
          rule: 'undone',
        },
      ];

const undoingOf = (first: Row, rows: readonly Row[], kind: Job['kind']): Undoing => ({
  person: { id: first.person, email: first.email, locale: first.locale },
  choices: rows.flatMap(choiceOf),
  at: first.at,
  isAdded: first.isAdded,
  fields: kind === 'import' ? first.fields : [],
});

type Undone = Pick<Job, 'id' | 'kind' | 'actor'>;

/** The next people whom a job was about, and where those after them begin; null at the end. */
const readUndoing = async (
  db: Database,
  { id, kind, actor }: Undone,
  after: string,
  limit: number,
): Promise<{ people: Undoing[]; next: string | null }> => {
  const { results } = await db.prepare(WRITTEN_OF).bind(id, after, limit, actor).all();
  const rows = Map.groupBy(parseRows(Row, results), ({ number }) => number);
  return {
    people: [...rows.values()].flatMap((own) => (own[0] ? [undoingOf(own[0], own, kind)] : [])),
    next: rows.size === limit ? String(Math.max(...rows.keys())) : null,
  };
};

const wantedOf = ({ person, choices, fields, isAdded }: Undoing): Wanted => ({
  person: person.id,
  choices,
  fields,
  isAdded,
});

const NEVER = 'There is no such import or bulk update.';

const isOfKind = ({ kind, state }: Job): boolean =>
  (kind === 'import' || kind === 'bulk-update') && state !== 'draft';

/** Whether a job can be undone: an import or a bulk update that is over. */
export const isUndoable = (job: Job): boolean =>
  isOfKind(job) && job.state !== 'running' && job.undoneBy === null;

/** The finished job that is to be undone; 404 for anything else, 409 where it is not over or undone already. */
export const undoneJob = async (db: Database, id: string): Promise<Job> => {
  const job = await readJob(db, id);
  if (!job || !isOfKind(job)) throw new ProblemError('not-found', { detail: NEVER });
  if (job.state === 'running') throw new ProblemError('conflict', { detail: 'It still runs.' });
  if (job.undoneBy) throw new ProblemError('conflict', { detail: 'It is undone already.' });
  return job;
};

/** How many people a job was about, of those who are still known. */
export const countUndoing = async (db: Database, job: string): Promise<number> =>
  (await db.prepare(COUNT_OF).bind(job).first<number>('count')) ?? 0;

const PREVIEW_SLICE = 1000;

/** Everybody a job was about, slice by slice, with what would come of undoing it. */
export async function* previewUndo(db: Database, job: Undone) {
  for (let after: string | null = ''; after !== null; ) {
    const { people, next }: Awaited<ReturnType<typeof readUndoing>> = await readUndoing(
      db,
      job,
      after,
      PREVIEW_SLICE,
    );
    const outcomes = await outcomesOf(db, people.map(wantedOf), 'undo');
    for (const { person } of people)
      yield { person, outcome: outcomes.get(person.id) ?? ('unchanged' as const) };
    after = next;
  }
}

/** Undoes a job for the next people: what it wrote, what it filled in, and whom it added. */
export const undoSlice = async (
  db: Database,
  job: Job,
  orders: UndoOrders,
  now: number,
): Promise<SliceDone> => {
  const undone = await readJob(db, orders.job);
  if (!undone) throw new ProblemError('not-found', { detail: NEVER });
  const { people, next } = await readUndoing(db, undone, job.cursor, SLICE);
  const occasion: Occasion = {
    source: 'undo',
    actor: job.actor,
    authority: 'none',
    statement: null,
    page: null,
    comment: orders.comment,
    countedAs: 'import',
  };
  const filled = people.filter(({ fields }) => fields.length > 0);
  const added = people.filter(({ isAdded }) => isAdded);
  return {
    next,
    seen: people.length,
    changed: null,
    statements: [
      ...countOutcomes(db, job.id, people.map(wantedOf), 'undo'),
      ...(people.length > 0 ? await decideOf(db, people, occasion, now) : []),
      forgetFilled(
        db,
        filled.map(({ person, at }) => ({ person: person.id, at })),
      ),
      forgetAdded(
        db,
        added.map(({ person }) => person.id),
      ),
    ],
  };
};

// What is written into the ledger by jobs, as a test may call it.
import { env } from 'cloudflare:test';
import { z } from 'zod';
import { beginFile, writeRows } from '../../../worker/admin/jobs/import-store.ts';
import { runJob } from '../../../worker/admin/jobs/run.ts';
import { writeJob } from '../../../worker/admin/jobs/store.ts';
import { Orders } from '../../../worker/contract/jobs.ts';
import { PeopleFilter } from '../../../worker/contract/search.ts';
import type { Decision } from '../../../worker/contract/words.ts';
import { theSystem } from '../builders.ts';
import { known } from './acting.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';

/** How and why a user records something. */
export const said = { source: 'phone', comment: 'It was said on the phone.' };

/** Who began all jobs, and writes nothing else. */
export const worker = 'user:worker';

/** Runs a job as the worker began it, with what else is written for it. */
const run = async (
  asked: object,
  filter: object,
  more: (id: string) => D1PreparedStatement[] = () => [],
): Promise<void> => {
  const id = crypto.randomUUID();
  const job = {
    id,
    state: 'running',
    total: 1,
    actor: worker,
    createdAt: Date.now(),
    filter: PeopleFilter.parse(filter),
    orders: Orders.parse(asked),
  } as const;
  await env.DB.batch([writeJob(env.DB, job), ...more(id)]);
  await runJob(theSystem(), id);
};

/** Does bulk work over one address. */
export const work = (asked: object) => known(({ email }) => run(asked, { email }));

/** Sets a purpose in bulk; without a decision only what it rests on. */
export const bulk = (decision?: Decision, legalBasis = '61A', item = purpose) =>
  work({ kind: 'bulk-update', purpose: item, decision, legalBasis, ...said });

/** Imports a file of one row, which agrees to the newsletter or refuses its purpose. */
export const importFile =
  (says: 'yes' | 'no') =>
  (email: string): Promise<void> => {
    const column = says === 'yes' ? `subscription:${subscription}` : `purpose:${purpose}`;
    const orders = {
      kind: 'import',
      ...said,
      legalBasis: '61A',
      file: 'people.csv',
      header: ['mail', 'news'],
      columns: ['email', column],
      purposes: says === 'yes' ? [purpose] : [],
      locale: 'en',
      subscribesKnown: true,
    };
    return run(orders, {}, (id) => [
      beginFile(env.DB, id, Date.now()),
      ...writeRows(env.DB, id, [{ number: 2, cells: [email, says] }]),
    ]);
  };

const Undoable = z.object({ id: z.string() });

/** Undoes the last import or bulk update that an address was in. */
export const undoLast = known(async ({ id: person }) => {
  const last = await env.DB.prepare(
    `SELECT j.id
     FROM person p
     JOIN (SELECT job, person AS first, person AS last, recorded_at FROM job_person
       UNION ALL SELECT job, first, last, recorded_at FROM job_added) of
       ON p.number BETWEEN of.first AND of.last
     JOIN job j ON j.id = of.job
     WHERE p.id = ?1 AND NOT EXISTS (SELECT 1 FROM job u WHERE u.undoes = j.id)
     ORDER BY of.recorded_at DESC LIMIT 1`,
  )
    .bind(person)
    .first();
  if (!last) return;
  await run({ kind: 'undo', job: Undoable.parse(last).id, comment: said.comment }, {});
});

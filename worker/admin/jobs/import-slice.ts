import type { ImportOrders, ImportProblem, Job } from '../../contract/jobs.ts';
import { readWholeLists, type WholeLists } from '../../lists/whole.ts';
import { markBounced } from '../../people/bounces.ts';
import { suppressedAmong } from '../../people/suppression.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';
import { planRegistering, type Registering, registerAll } from '../people/register.ts';
import { type ReadRow, readRow } from './import-rows.ts';
import { forgetRows, type ImportRow, readRows, writeProblems } from './import-store.ts';
import { type GoodRow, joinRows } from './import-twice.ts';
import { countOutcomes, type Wanted } from './outcomes.ts';
import { emailsOf, keepPeople } from './people.ts';
import type { SliceDone } from './store.ts';

const SLICE = 400;

/** The rows that can be imported, and what is wrong with values and with the others. */
export type Sorted = { good: GoodRow[]; problems: ImportProblem[] };

/** Sorts rows; who was erased stays erased, and rows about the same person are joined. */
export const sortRows = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  orders: Pick<ImportOrders, 'columns' | 'purposes' | 'locale' | 'tool' | 'zone'>,
  lists: WholeLists,
  rows: readonly ImportRow[],
  seen: Set<string>,
): Promise<Sorted> => {
  const read: ReadRow[] = rows.map(({ number, cells }) => readRow(orders, lists, number, cells));
  const named = read.flatMap(({ number, person }) =>
    person ? [{ number, person, email: normaliseEmail(person.email) ?? '' }] : [],
  );
  const hashes = await addressHashes(
    env,
    named.map(({ email }) => email),
  );
  const suppressed = await suppressedAmong(db, hashes);
  const isErased = (at: number): boolean => suppressed.has(hashes[at] ?? '');
  const { good, twice } = joinRows(
    named.filter((_, at) => !isErased(at)),
    seen,
    lists,
  );
  const dropped = (number: number, code: string): ImportProblem => ({
    number,
    field: 'email',
    code,
    dropped: 'row',
  });
  const problems = [
    ...read.flatMap((row) => row.problems),
    ...named.flatMap(({ number }, at) => (isErased(at) ? [dropped(number, 'suppressed')] : [])),
    ...twice.map((number) => dropped(number, 'twice')),
  ];
  return { good, problems };
};

/** What an outcome is judged by of someone who is registered. */
export const wantedOf = ({ id, choices, fields }: Registering): Wanted => ({
  person: id,
  choices,
  fields: fields.map(([name]) => name),
});

/** Makes the statement that marks the addresses that a file says refuse emails. */
const bouncesOf = (
  db: Database,
  plan: readonly Registering[],
  now: number,
): D1PreparedStatement[] => {
  const bounced = plan.filter(({ bounces }) => bounces);
  if (bounced.length === 0) return [];
  return [
    markBounced(
      db,
      bounced.map(({ id: person, email }) => ({ person, email })),
      now,
    ),
  ];
};

/** Imports the next rows of a file; an address of an earlier slice is not imported again. */
export const importSlice = async (
  caller: Pick<Caller, 'env' | 'db'>,
  job: Job,
  orders: ImportOrders,
  now: number,
): Promise<SliceDone> => {
  const { db } = caller;
  const after = Number(job.cursor || 0);
  const emailAt = orders.columns.indexOf('email');
  const [rows, lists] = await Promise.all([readRows(db, job.id, after, SLICE), readWholeLists(db)]);
  const last = rows.at(-1)?.number ?? after;
  const emails = rows.flatMap(({ cells }) => normaliseEmail(cells[emailAt] ?? '') ?? []);
  const seen = await emailsOf(db, job.id, emails);
  const { good, problems } = await sortRows(caller, orders, lists, rows, seen);
  const { source, comment } = orders;
  const plan = await planRegistering(
    { db, lists },
    good.map(({ person }) => person),
    orders,
  );
  const registering = { env: caller.env, db, actor: job.actor, now };
  return {
    // A slice ends early where its rows are long, so only an empty one is the end.
    next: rows.length > 0 ? String(last) : null,
    seen: rows.length,
    changed: null,
    statements: [
      ...countOutcomes(db, job.id, plan.map(wantedOf)),
      ...(await registerAll(registering, plan, { source, comment })),
      ...bouncesOf(db, plan, now),
      ...keepPeople(db, job.id, plan, now),
      ...writeProblems(db, job.id, problems),
      forgetRows(db, job.id, after, last),
    ],
  };
};

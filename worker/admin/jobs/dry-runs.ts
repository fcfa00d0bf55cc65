// What would come of a job, before it begins.
import type {
  ImportOrders,
  JobDryRun,
  JobDryRunBody,
  JobKind,
  UndoOrders,
} from '../../contract/jobs.ts';
import { Outcome, type OutcomeCount } from '../../contract/outcomes.ts';
import type { Registration } from '../../contract/registering.ts';
import type { PeopleFilter } from '../../contract/search.ts';
import { readWholeLists, type WholeLists } from '../../lists/whole.ts';
import { outcomesFor } from '../../people/outcomes.ts';
import { countPeople, searchPeople } from '../../people/search.ts';
import { statusesOf } from '../../people/statuses.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { countNotified } from '../notices/notified.ts';
import { planRegistering } from '../people/register.ts';
import { wantedOf } from './import-slice.ts';
import { checkMayRun, checkYes } from './orders.ts';
import { outcomesOf } from './outcomes.ts';
import { choicesOf } from './slices.ts';
import { countUndoing, previewUndo, undoneJob } from './undo.ts';

type Previewing = Pick<Caller, 'db' | 'actor' | 'rights' | 'now'>;

const SAMPLE = 10;
const SAMPLE_OF_EACH = 5;

/** People are shown only to users who may see them anyway. */
const maySee = ({ rights }: Previewing): boolean => rights.includes('people-read');

/** Makes the statement that records that a preview showed people. */
const auditShown = (caller: Previewing, object: string, kind: string): D1PreparedStatement =>
  audit(caller, { act: 'jobs.preview', object, after: { kind } });

/**
 * Counts the people who fit a filter, and how the purposes stand for them; shows some of them, audited, to users
 * who may see people.
 */
export const previewPeople = async (
  caller: Previewing,
  { filter, kind }: { filter: PeopleFilter; kind: JobKind },
): Promise<Pick<JobDryRun, 'count' | 'sample' | 'statuses'>> => {
  const { db } = caller;
  const [count, sample, { purposes }] = await Promise.all([
    countPeople(db, filter),
    maySee(caller) ? searchPeople(db, filter, '', SAMPLE).then(({ people }) => people) : [],
    readWholeLists(db),
  ]);
  const keys = purposes.map(({ key }) => key);
  const statuses = count === 0 ? [] : await statusesOf(db, filter, keys);
  if (sample.length > 0) await auditShown(caller, 'people', kind).run();
  return { count, sample, statuses };
};

/** Counts whom a notice would go to, and who has had one: they get no other. */
export const countNotices = async (db: Database, filter: PeopleFilter): Promise<OutcomeCount[]> => {
  const { count, notified } = await countNotified(db, filter);
  const counts = [
    { outcome: 'changed' as const, count: count - notified, sample: [] },
    { outcome: 'unchanged' as const, count: notified, sample: [] },
  ];
  return counts.filter((each) => each.count > 0);
};

/** Counts what a job would do to the people who fit a filter. */
const outcomesOfOrders = async (
  caller: Previewing,
  { filter, orders }: JobDryRunBody,
): Promise<OutcomeCount[]> => {
  if (orders.kind === 'notice') return countNotices(caller.db, filter);
  if (orders.kind !== 'bulk-update') return [];
  return outcomesFor(caller.db, filter, choicesOf(orders), maySee(caller));
};

/** Counts the people whom a job was about, and what undoing it would do to them. */
const dryRunUndo = async (caller: Previewing, { job }: UndoOrders): Promise<JobDryRun> => {
  const undone = await undoneJob(caller.db, job);
  const tally = new Tally(caller);
  for await (const { person, outcome } of previewUndo(caller.db, undone))
    tally.add(outcome, person);
  const outcomes = await tally.end(`job/${job}`, 'undo');
  return { count: await countUndoing(caller.db, job), sample: [], statuses: [], outcomes };
};

/** Counts the people who fit a filter, and what a job would do to them. */
export const dryRunJob = async (caller: Previewing, body: JobDryRunBody): Promise<JobDryRun> => {
  const { filter, orders } = body;
  await checkMayRun(caller, orders);
  await checkYes(caller.db, orders);
  if (orders.kind === 'undo') return dryRunUndo(caller, orders);
  const { kind } = orders;
  const [people, outcomes] = await Promise.all([
    previewPeople(caller, { filter, kind }),
    outcomesOfOrders(caller, body),
  ]);
  const { count, sample, statuses } = people;
  return { count, sample, statuses, outcomes };
};

/** What would come of people, added up one by one in the order of `Outcome`. */
class Tally {
  readonly #caller: Previewing;
  readonly #counts = new Map<Outcome, OutcomeCount>();

  constructor(caller: Previewing) {
    this.#caller = caller;
  }

  /** Counts someone; those who are not known yet have no id. */
  add(outcome: Outcome, person: { id: string | null; email: string }): void {
    const sum = this.#counts.get(outcome) ?? { outcome, count: 0, sample: [] };
    sum.count += 1;
    if (maySee(this.#caller) && sum.sample.length < SAMPLE_OF_EACH)
      sum.sample.push({ id: person.id, email: person.email });
    this.#counts.set(outcome, sum);
  }

  /** The sums; that people are shown in them is audited. */
  async end(object: string, kind: JobKind): Promise<OutcomeCount[]> {
    const sums = Outcome.options.flatMap((outcome) => this.#counts.get(outcome) ?? []);
    if (sums.some(({ sample }) => sample.length > 0))
      await auditShown(this.#caller, object, kind).run();
    return sums;
  }
}

/** What would come of the rows of a file, added up slice by slice. */
export class ImportTally {
  readonly #caller: Previewing;
  readonly #lists: WholeLists;
  readonly #tally: Tally;

  constructor(caller: Previewing, lists: WholeLists) {
    this.#caller = caller;
    this.#lists = lists;
    this.#tally = new Tally(caller);
  }

  /** Judges the people of a slice as the import will, and adds them up. */
  async add(
    people: readonly Registration[],
    orders: Pick<ImportOrders, 'legalBasis' | 'subscribesKnown'>,
  ): Promise<void> {
    const { db } = this.#caller;
    const plan = await planRegistering({ db, lists: this.#lists }, people, orders);
    const outcomes = await outcomesOf(db, plan.map(wantedOf));
    for (const { id, isNew, email } of plan)
      this.#tally.add(outcomes.get(id) ?? 'unchanged', { id: isNew ? null : id, email });
  }

  /** The sums; that people are shown in them is audited. */
  end(job: string): Promise<OutcomeCount[]> {
    return this.#tally.end(`job/${job}`, 'import');
  }
}

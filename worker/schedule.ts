import { expireDrafts } from './admin/jobs/import-expiry.ts';
import { runJobs } from './admin/jobs/run.ts';
import { notifyOfTool } from './admin/notices/of-tool.ts';
import { keepRetention } from './admin/retention/keep.ts';
import { forgetSignIns } from './admin/users/sign-in.ts';
import { resealWebhooks } from './admin/webhooks/reseal.ts';
import { runWebhooks } from './admin/webhooks/run.ts';
import { forgetLog } from './admin/webhooks/waiting.ts';
import { resealConnections } from './connectors/reseal.ts';
import { runConnections } from './connectors/run.ts';
import { queriesForEmails, sendNow, sweepOutbox } from './emails/send.ts';
import { sealRecords } from './log/seal.ts';
import { showLog } from './log/show.ts';
import { keepErasures } from './people/erasure-copies.ts';
import { keepWords } from './people/words.ts';
import { OutOfQueries, openBudget, queryLimit } from './platform/budget.ts';
import type { Caller } from './platform/caller.ts';
import { type Database, openDatabase } from './platform/database.ts';
import type { Env } from './platform/env.ts';
import { noteFailure, noteSuccess, readFailing } from './platform/failing-tasks.ts';
import { gather } from './platform/gather.ts';
import { plainly } from './platform/problems/of-error.ts';
import { publicUrl } from './platform/public-url.ts';
import { letRest, type Resting, readResting } from './platform/resting.ts';
import { forgetReceived } from './platform/tables/received.ts';
import { HOUR, MINUTE, SECOND } from './platform/time.ts';
import { forgetOldSignals } from './signals/take.ts';
import { foldCounts } from './statistics/fold.ts';
import { eraseExpiredEvidence } from './submissions/evidence.ts';
import { sweepFiles } from './submissions/files.ts';
import { purgeUnconfirmed } from './visitor/confirm/confirm.ts';
import { deleteOldChanges } from './visitor/corrections/address.ts';
import { carryOutErasures } from './visitor/requests/requests.ts';
import { deleteOldEntries } from './visitor/verify/entry.ts';
import { forgetIdentityUses } from './visitor/verify/identity.ts';

/** One thing that the schedule does: a bounded slice, of which the rest waits for the next minute. */
export type Task = {
  name: string;
  /** It counts its own queries; the others share what it leaves. */
  countsQueries?: true;
} & (
  | { run: (caller: Caller) => Promise<unknown>; rests?: never }
  /** It says how much it did. Where that was nothing it rests, for what it looks for is days old. */
  | { run: (caller: Caller) => Promise<number>; rests: true }
);

/** What the schedule does each minute, the most urgent first. */
export const tasks: readonly Task[] = [
  { name: 'outbox', run: (caller) => sweepOutbox(caller), countsQueries: true },
  { name: 'erasures', run: carryOutErasures },
  { name: 'connections', run: (caller) => runConnections(caller, notifyOfTool(caller)) },
  { name: 'jobs', run: runJobs },
  { name: 'webhooks', run: (caller) => runWebhooks(caller) },
  { name: 'retention', run: keepRetention, rests: true },
  { name: 'counts', run: ({ db }) => foldCounts(db) },
  { name: 'words', run: keepWords },
  { name: 'sealing', run: sealRecords },
  { name: 'witnesses', run: (caller) => showLog(caller) },
  { name: 'erasure-copies', run: keepErasures },
  { name: 'evidence', run: ({ db, now }) => eraseExpiredEvidence(db, now), rests: true },
  { name: 'unconfirmed', run: ({ db, now }) => purgeUnconfirmed(db, now), rests: true },
  { name: 'entries', run: ({ db, now }) => deleteOldEntries(db, now), rests: true },
  { name: 'address-changes', run: ({ db, now }) => deleteOldChanges(db, now), rests: true },
  { name: 'identity-uses', run: ({ db, now }) => forgetIdentityUses(db, now), rests: true },
  { name: 'sign-ins', run: forgetSignIns, rests: true },
  { name: 'signals', run: forgetOldSignals, rests: true },
  { name: 'webhook-log', run: ({ db, now }) => forgetLog(db, now), rests: true },
  {
    name: 'secrets',
    run: async (caller) => (await resealConnections(caller)) + (await resealWebhooks(caller)),
    rests: true,
  },
  { name: 'drafts', run: expireDrafts, rests: true },
  { name: 'sent-files', run: sweepFiles },
  { name: 'received-files', run: ({ env, now }) => forgetReceived(env, now - HOUR) },
];

/** Below so many queries a run, a task such as an erasure needs most of them to itself. */
const SCARCE = 200;

const isScarce = (env: Env): boolean => queryLimit(env) < SCARCE;

/** Where queries are scarce, emails go out every other minute, and the other tasks have the ones between. */
const sendsEmails = (env: Env, now: number): boolean =>
  !isScarce(env) || Math.floor(now / MINUTE) % 2 === 0;

/** Puts another task first in each turn, behind the emails: where queries are scarce, each has its turn. */
const tasksAt = (env: Env, now: number): readonly Task[] => {
  const emails = tasks.filter(({ countsQueries }) => countsQueries && sendsEmails(env, now));
  const others = tasks.filter(({ countsQueries }) => !countsQueries);
  const first = Math.floor(now / MINUTE / (isScarce(env) ? 2 : 1)) % others.length;
  return [...emails, ...others.slice(first), ...others.slice(0, first)];
};

/** So many tasks run at once: one that hangs does not hold up the others. Scarce queries go to one at a time. */
const LANES = 3;
/** No task starts later than this in a run: the next minute's run begins soon after. */
const BUDGET_MS = 50 * SECOND;

/** Makes the caller of what nobody asked for: the schedule, and emails that come in. */
export const systemCaller = (
  env: Env,
  context: Pick<ExecutionContext, 'waitUntil'>,
  now = Date.now(),
): Caller => {
  const db = openDatabase(env);
  return {
    env,
    db,
    actor: 'system',
    rights: [],
    host: publicUrl(env) ?? '',
    now,
    later: (work) => context.waitUntil(plainly(work)),
    post: (email) => sendNow({ env, db }, email),
  };
};

/** What came of a task: the id of its failure, null if it went well, and whether it found nothing to do. */
type Ran = { error: string | null; isIdle: boolean };

/** Runs one task, whose failure is logged and is nobody else's. */
const runTask = async (caller: Caller, { name, run, rests }: Task): Promise<Ran> => {
  const began = Date.now();
  const took = () => `${Date.now() - began} ms`;
  try {
    const done = await run(caller);
    console.info('schedule', name, took());
    return { error: null, isIdle: rests === true && done === 0 };
  } catch (error) {
    if (!(error instanceof OutOfQueries)) {
      const [id, why] = [crypto.randomUUID(), error instanceof Error ? error.name : 'unknown'];
      // The message of an error may hold personal data.
      console.error('schedule', name, took(), why, id);
      return { error: id, isIdle: false };
    }
    console.info('schedule', name, 'goes on in the next run');
    return { error: null, isIdle: false };
  }
};

/**
 * Opens what writes down which tasks fail, for the overview: nothing while they go well. It has queries of its
 * own, of which the first reads those that failed in the run before.
 */
const openNotes = (db: Database, now: number) => {
  const before = readFailing(db).catch(() => []);
  return async (name: string, error: string | null): Promise<void> => {
    try {
      if (error !== null) await noteFailure(db, name, error, now);
      else if ((await before).some((task) => task.name === name)) await noteSuccess(db, name);
    } catch {
      // The database does not answer, or not in this run any more: the log has it, and the next run tries again.
    }
  };
};

/** Reads which of some tasks rest, and lets others rest beside them. While the database does not answer none does. */
const openRests = async (db: Database, due: readonly Task[], now: number) => {
  const resting = due.some(({ rests }) => rests)
    ? await readResting(db, now).catch((): Resting => ({}))
    : {};
  return {
    awake: due.filter(({ name, rests }) => !rests || !(name in resting)),
    letRest: async (idle: readonly string[]): Promise<void> => {
      if (idle.length > 0) await letRest(db, resting, idle, now).catch(() => undefined);
    },
  };
};

/** Queries that rests and notes take in a run; where queries are scarce, further notes wait for the next. */
const queriesForNotes = (env: Env): number => 3 + (isScarce(env) ? 2 : tasks.length);

/**
 * Makes the caller of the tasks that share queries, what notes their failures, and the queries apart from those.
 * Emails of theirs go out with the outbox's next run.
 */
const sharing = (caller: Caller) => {
  const { env, now } = caller;
  const forEmails = sendsEmails(env, now) ? queriesForEmails(env) : 0;
  const budget = openBudget(caller.db, queryLimit(env) - forEmails);
  // What rests and what failed is read in one round trip.
  const apart = gather(budget.setApart(queriesForNotes(env)));
  const shared: Caller = { ...caller, db: budget.db, post: () => Promise.resolve() };
  return { shared, apart, note: openNotes(apart, now) };
};

/**
 * Runs the tasks, a few at a time; what has not started when the time is used up waits for the next run, and
 * so does what D1 would refuse to answer in this one.
 */
export const runSchedule = async (
  caller: Caller,
  due = tasksAt(caller.env, caller.now),
  budget = BUDGET_MS,
): Promise<void> => {
  const began = Date.now();
  const until = began + budget;
  const { shared, apart, note } = sharing(caller);
  // What a task takes for itself it has from when its own turn comes: those before it may have taken long.
  const inTurn = (acting: Caller): Caller => ({ ...acting, now: acting.now + Date.now() - began });
  const { awake, letRest: rest } = await openRests(apart, due, caller.now);
  const waiting = [...awake];
  const idle: string[] = [];
  const lane = async (): Promise<void> => {
    while (Date.now() < until) {
      const task = waiting.shift();
      if (!task) return;
      const { error, isIdle } = await runTask(inTurn(task.countsQueries ? caller : shared), task);
      if (isIdle) idle.push(task.name);
      await note(task.name, error);
    }
  };
  await Promise.all(Array.from({ length: isScarce(caller.env) ? 1 : LANES }, lane));
  await rest(idle);
  if (waiting.length > 0)
    console.warn('schedule', 'put off', waiting.map(({ name }) => name).join(' '));
};

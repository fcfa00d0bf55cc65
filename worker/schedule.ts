import { runJobs } from './admin/jobs/run.ts';
import { keepRetention } from './admin/retention/keep.ts';
import { forgetSignIns } from './admin/users/sign-in.ts';
import { sendNow, sweepOutbox } from './emails/send.ts';
import type { Caller } from './platform/caller.ts';
import { openDatabase } from './platform/database.ts';
import type { Env } from './platform/env.ts';
import { publicUrl } from './platform/public-url.ts';
import { purgeUnconfirmed } from './visitor/confirm/confirm.ts';
import { forgetOldChanges } from './visitor/corrections/address.ts';
import { carryOutErasures } from './visitor/requests/requests.ts';
import { eraseExpiredEvidence } from './visitor/submissions/evidence.ts';
import { forgetOldEntries } from './visitor/verify/entry.ts';
import { forgetIdentityUses } from './visitor/verify/identity.ts';

/** One thing that the schedule does: a bounded slice, of which the rest waits for the next minute. */
export type Task = { name: string; run: (caller: Caller) => Promise<unknown> };

/** What the schedule does each minute, the most urgent first. */
export const tasks: readonly Task[] = [
  { name: 'outbox', run: sweepOutbox },
  { name: 'erasures', run: carryOutErasures },
  { name: 'jobs', run: ({ env, now }) => runJobs(env, now) },
  { name: 'retention', run: ({ env, now }) => keepRetention(env, now) },
  { name: 'evidence', run: ({ db, now }) => eraseExpiredEvidence(db, now) },
  { name: 'unconfirmed', run: ({ db, now }) => purgeUnconfirmed(db, now) },
  { name: 'entries', run: ({ db, now }) => forgetOldEntries(db, now) },
  { name: 'address-changes', run: ({ db, now }) => forgetOldChanges(db, now) },
  { name: 'identity-uses', run: ({ db, now }) => forgetIdentityUses(db, now) },
  { name: 'sign-ins', run: ({ env, now }) => forgetSignIns(env, now) },
];

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
    later: (work) => context.waitUntil(work()),
    post: (email) => sendNow({ env, db }, email),
  };
};

/** Runs every task. */
export const runSchedule = async (caller: Caller): Promise<void> => {
  await Promise.all(tasks.map(({ run }) => run(caller)));
};

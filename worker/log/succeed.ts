import { auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { publicUrl } from '../platform/public-url.ts';
import { originOf } from './origin.ts';
import { readCopy } from './outside.ts';
import { isHalted, readLog, startLog } from './store.ts';

/**
 * Starts another log after one that was halted, once a user has seen why; the ledger as it is now is sealed into
 * it from its first record on. The halted one stays as it was signed. Throws 409 `conflict` where none is halted.
 */
export const succeedLog = async (caller: Caller, reason: string): Promise<void> => {
  const { env, db, now } = caller;
  const [log, url] = [await readLog(db), publicUrl(env)];
  if (!log || !url || log.haltedAt === null)
    throw new ProblemError('conflict', { detail: 'No log is halted.' });
  // A restored database may have forgotten a log that was signed: its name is not used again.
  const number = Math.max(log.number, (await readCopy(env))?.number ?? 0) + 1;
  const act = { act: 'log.succeed', object: String(number), after: { reason } };
  const [, started] = await db.batch([
    auditWhere(caller, act, isHalted('?7'), log.number),
    startLog(db, { number, origin: originOf(url, number), after: log.number }, now),
  ]);
  if (started?.meta.changes !== 1)
    throw new ProblemError('conflict', { detail: 'Someone else has started another log.' });
};

import type { Halt } from '../contract/log.ts';
import { insertEmails, joinUsers, TO_USERS } from '../outbox/queue.ts';
import type { Database } from '../platform/database.ts';
import { haltLog } from './store.ts';

/** To users who may start another log, once: before the log is halted, in the same batch. */
export const WRITE_EMAILS = insertEmails(
  'log-halted',
  {
    ...TO_USERS,
    facts: { since: '?2' },
    now: '?2',
    scheduled: true,
  },
  `FROM log l
${joinUsers('settings')}
WHERE l.number = +?1 AND l.halted_at IS NULL`,
);

/** Halts a log for good, and writes to those who may start another; nothing where it is halted already. */
export const halt = async (db: Database, log: number, why: Halt, now: number): Promise<void> => {
  await db.batch([db.prepare(WRITE_EMAILS).bind(log, now), haltLog(db, log, why, now)]);
};

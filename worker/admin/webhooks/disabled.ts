import { insertEmails, joinUsers, TO_USERS } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';

/** To users who may change settings, once: before the webhook is disabled, in the same batch. */
export const WRITE_EMAILS = insertEmails(
  'webhook-disabled',
  {
    ...TO_USERS,
    facts: { webhook: 'w.id', name: 'w.name' },
    now: '?2',
    scheduled: true,
  },
  `FROM webhook w
${joinUsers('settings')}
WHERE w.id = +?1 AND w.state = 'active'`,
);

/** Prepares what tells users that a webhook is disabled. */
export const tellingDisabled = (db: Database) => {
  const statement = db.prepare(WRITE_EMAILS);
  return (webhook: string, now: number): D1PreparedStatement => statement.bind(webhook, now);
};

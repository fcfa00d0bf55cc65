import { insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';

/** To users who may change settings, once: before the webhook is disabled, in the same batch. */
export const WRITE_EMAILS = insertEmails(
  'webhook-disabled',
  {
    id: 'lower(hex(randomblob(16)))',
    locale: 'u.locale',
    facts: { webhook: 'w.id', name: 'w.name' },
    recipient: 'u.email',
    now: '?2',
    scheduled: true,
  },
  `FROM webhook w
JOIN user u ON u.active = 1 AND EXISTS (SELECT 1 FROM json_each(u.rights) r WHERE r.value = 'settings')
WHERE w.id = ?1 AND w.state = 'active'`,
);

/** Prepares what tells users that a webhook is disabled. */
export const tellingDisabled = (db: Database) => {
  const statement = db.prepare(WRITE_EMAILS);
  return (webhook: string, now: number): D1PreparedStatement => statement.bind(webhook, now);
};

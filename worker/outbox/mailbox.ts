import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import type { Message, Transport } from './message.ts';

export const KEEP = `
INSERT INTO mailbox (id, recipient, message, received_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO NOTHING`;

export const NEWEST = `
SELECT id, message, received_at AS receivedAt
FROM mailbox
WHERE ?1 IS NULL OR recipient = ?1
ORDER BY received_at DESC
LIMIT 100`;

const Row = z.object({ id: z.string(), message: z.string(), receivedAt: z.number() });

/** A message that landed in the mailbox of a machine under development. */
export type Landed = Message & { id: string; receivedAt: number };

/** Keeps a message where a developer finds it, instead of sending it. */
export const toMailbox = (db: Database): Transport => ({
  lanes: 4,
  send: async (message) => {
    await db
      .prepare(KEEP)
      .bind(message.messageId, message.to, JSON.stringify(message), Date.now())
      .run();
  },
  close: () => {},
});

/** Reads the newest messages first, to one address or to all. */
export const readMailbox = async (db: Database, to: string | null = null): Promise<Landed[]> => {
  const { results } = await db.prepare(NEWEST).bind(to).all();
  return parseRows(Row, results).map(({ id, message, receivedAt }) => ({
    ...JSON.parse(message),
    id,
    receivedAt,
  }));
};

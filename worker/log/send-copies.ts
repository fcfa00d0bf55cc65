// Sends the log's newest checkpoint to those who keep copies: anyone who has one can show what the log has become since.
import { z } from 'zod';
import { insertEmails } from '../outbox/queue.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { forEach } from '../platform/each.ts';
import type { Outgoing } from '../platform/outgoing.ts';
import { parseRows } from '../platform/rows.ts';
import { HOUR } from '../platform/time.ts';
import { readCosignatures } from './seen.ts';
import type { Signed } from './store.ts';

/** What each of some receivers was sent last: `size` is 0 of one that was sent nothing yet. */
export const LAST_SENT = `
SELECT r.value AS receiver, COALESCE(s.size, 0) AS size, s.sent_at AS at
FROM json_each(?2) r
LEFT JOIN log_sent s ON s.log = +?1 AND s.receiver = r.value`;

/** A mailbox gets one an hour at most: each checkpoint says all that those before it said. */
const IS_DUE = `NOT EXISTS (SELECT 1 FROM log_sent
    WHERE log = ?1 AND receiver = ?2 AND (size >= ?3 OR sent_at > ?4 - ${HOUR}))`;

/** In the language of the user whose mailbox it is, if it is one's. */
export const WRITE_EMAIL = insertEmails(
  'log-checkpoint',
  {
    id: 'lower(hex(randomblob(16)))',
    locale: "COALESCE((SELECT locale FROM user WHERE email = lower(?2)), 'en')",
    facts: { log: '?1', size: '?3' },
    recipient: '?2',
    now: '?4',
    scheduled: true,
  },
  `WHERE ${IS_DUE}`,
);

export const NOTE_EMAIL = `
INSERT INTO log_sent (log, receiver, size, sent_at)
SELECT ?1, ?2, ?3, ?4
WHERE ${IS_DUE}
ON CONFLICT (log, receiver) DO UPDATE SET size = excluded.size, sent_at = excluded.sent_at`;

export const NOTE_POSTED = `
INSERT INTO log_sent (log, receiver, size, sent_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (log, receiver) DO UPDATE SET size = excluded.size, sent_at = excluded.sent_at
WHERE excluded.size > log_sent.size`;

const LastSent = z.object({ receiver: z.string(), size: z.number(), at: z.number().nullable() });
export type LastSent = z.infer<typeof LastSent>;

/** Reads what each of some receivers was sent last. */
export const readLastSent = async (
  db: Database,
  log: number,
  receivers: readonly string[],
): Promise<LastSent[]> => {
  if (receivers.length === 0) return [];
  const { results } = await db.prepare(LAST_SENT).bind(log, JSON.stringify(receivers)).all();
  return parseRows(LastSent, results);
};

type Sending = Pick<Caller, 'db' | 'now'>;

/** Queues an email with the checkpoint, where the last one is an hour old; the outbox tries it until it is sent. */
const queue = async ({ db, now }: Sending, log: Signed, receiver: string): Promise<void> => {
  const values = [log.number, receiver, log.size, now] as const;
  await db.batch([db.prepare(WRITE_EMAIL).bind(...values), db.prepare(NOTE_EMAIL).bind(...values)]);
};

const post = async (
  { db, now }: Sending,
  log: Signed,
  receiver: string,
  send: Outgoing,
): Promise<void> => {
  const answer = await send(receiver, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: `${log.note}${await readCosignatures(db, log.number, log.size)}`,
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`A receiver answered ${answer.status}.`);
  await db.prepare(NOTE_POSTED).bind(log.number, receiver, log.size, now).run();
};

const isMailbox = (receiver: string): boolean => receiver.includes('@') && !URL.canParse(receiver);

/** Sends the newest checkpoint to each receiver that has not got it; one that fails is tried again in the next run. */
export const sendCopies = async (
  sending: Sending,
  log: Signed,
  receivers: readonly string[],
  send: Outgoing,
): Promise<void> => {
  const last = await readLastSent(sending.db, log.number, receivers);
  const { now } = sending;
  const isDue = ({ receiver, size, at }: LastSent): boolean =>
    size < log.size && !(isMailbox(receiver) && at !== null && at > now - HOUR);
  await forEach(
    'receivers',
    last.filter(isDue),
    // The log of the runtime names no mailbox, and no address that may hold a secret.
    ({ receiver }) => (isMailbox(receiver) ? 'mailbox' : (URL.parse(receiver)?.host ?? '')),
    ({ receiver }) =>
      isMailbox(receiver) ? queue(sending, log, receiver) : post(sending, log, receiver, send),
  );
};

import { z } from 'zod';
import { TemplateName } from '../contract/emails.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import { DAY, HOUR, MINUTE } from '../platform/time.ts';
import type { Told } from '../platform/told.ts';
import { isDue, trimDue } from '../platform/trim.ts';
import { CLAIMED } from './queue.ts';

/** A message that is due: to whom, which email, and the facts that the email is made from. */
export const Due = z.object({
  id: z.string(),
  /** Null where the email is for a user of the console. */
  person: z.string().nullable(),
  recipient: z.string(),
  template: TemplateName,
  locale: z.string(),
  facts: json(z.unknown()),
  tries: z.number(),
});
export type Due = z.infer<typeof Due>;

/** A row of the outbox, and the time of its next try that was set when the row was put on the queue. */
export const Ticket = z.object({ id: z.string(), nextAt: z.number() });
export type Ticket = z.infer<typeof Ticket>;

/** Waits longer after each try, from two minutes to six hours, and up to a quarter more: not all come at once. */
const WAIT = `MIN(${2 * MINUTE} << MIN(tries, 12), ${6 * HOUR}) * (100 + ABS(RANDOM() % 26)) / 100`;

/** Uses outbox_due. */
export const DUE = `
SELECT 1 AS due
FROM outbox
WHERE state = 'waiting' AND next_at <= ?1
LIMIT 1`;

const COLUMNS = `id, person, template, locale, facts, tries,
  COALESCE(recipient, (SELECT email FROM person WHERE id = outbox.person)) AS recipient`;

const RETURNING = `
RETURNING ${COLUMNS}`;

/**
 * Takes messages for one try each. Their next try is set before this one begins, so that two senders
 * at once never take the same, and one that dies midway is followed by another try. Uses outbox_due.
 */
export const CLAIM_DUE = `
UPDATE outbox
SET tries = tries + 1, next_at = ?1 + ${WAIT}
WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND next_at <= ?1 ORDER BY next_at LIMIT ?2)${RETURNING}`;

/** So long (ms) an email that was just written is surely its request's: the schedule takes it up much later. */
const OURS = CLAIMED / 2;

/** Whether message ?2 is one that its request has written just now, and claimed with it. */
const IS_CLAIMED = `id = ?2 AND state = 'waiting' AND tries = 0 AND next_at > ?1 + ${CLAIMED - OURS}`;

/** The same for one message that is claimed already: nothing is written again. */
export const CLAIM_ONE = `
SELECT ${COLUMNS}
FROM outbox
WHERE ${IS_CLAIMED}`;

/**
 * Takes messages for the queue. A ticket is good until the next try that is set here: a message that the
 * queue has not carried by then is put on it again. Uses outbox_due.
 */
export const CLAIM_FOR_QUEUE = `
UPDATE outbox
SET next_at = ?1 + ${10 * MINUTE}
WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND next_at <= ?1 ORDER BY next_at LIMIT ?2)
RETURNING id, next_at AS nextAt`;

/** The same for one message that its request has written just now. */
export const CLAIM_ONE_FOR_QUEUE = `
UPDATE outbox
SET next_at = ?1 + ${10 * MINUTE}
WHERE ${IS_CLAIMED}
RETURNING id, next_at AS nextAt`;

/** Takes messages for one try each by their tickets, ?2. A queue may deliver twice: the second is too late. */
export const CLAIM_QUEUED = `
UPDATE outbox
SET tries = tries + 1, next_at = ?1 + ${WAIT}
FROM (SELECT value ->> 'id' AS email, value ->> 'nextAt' AS ticket FROM json_each(?2)) each
WHERE outbox.id = each.email AND state = 'waiting' AND next_at = each.ticket${RETURNING}`;

/**
 * Writes down what became of claimed messages, each by some SQL for its outcome; ?4 is a try that their claim has
 * not counted. One that was sent is so whatever another sender found; one that was put back or put off has not been
 * tried.
 */
const settled = (outcome: string, error: string): string => `
UPDATE outbox
SET
  state = CASE
    WHEN ${outcome} IN ('sent', 'dead') THEN ${outcome}
    WHEN ${outcome} = 'failed' AND tries >= ?3 THEN 'dead'
    ELSE state END,
  sent_at = CASE WHEN ${outcome} = 'sent' THEN ?2 ELSE sent_at END,
  error = ${error},
  tries = tries + ?4 - (${outcome} IN ('put-back', 'put-off')),
  next_at = CASE WHEN ${outcome} = 'put-back' THEN ?2 ELSE next_at END`;

/** All at once: ?1 is a JSON array of `Outcome`. */
export const SETTLE = `${settled('each.outcome', 'each.error')}
FROM (SELECT value ->> 'id' AS id, value ->> 'outcome' AS outcome, value ->> 'error' AS error
  FROM json_each(?1)) each
WHERE outbox.id = each.id
  AND (outbox.state = 'waiting' OR each.outcome = 'sent')`;

/** Message ?1 alone, which takes no list to be read. */
export const SETTLE_ONE = `${settled('?5', '?6')}
WHERE id = ?1
  AND (state = 'waiting' OR ?5 = 'sent')`;

/** Before when an email was sent whose content is forgotten at ?1: so many days as the operator says. */
const FORGOTTEN = `?1 - ${DAY} * (SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'mail-days')`;

/** The content of an email is kept no longer than needed. Uses outbox_sent, as the next. */
export const SENT_DUE = `
SELECT 1 AS due
FROM outbox
WHERE sent_at < ${FORGOTTEN} AND sent_at IS NOT NULL AND facts <> '{}'
LIMIT 1`;

export const FORGET_SENT = `
UPDATE outbox
SET facts = '{}', recipient = NULL
WHERE id IN (SELECT id FROM outbox WHERE sent_at < ${FORGOTTEN} AND sent_at IS NOT NULL AND facts <> '{}' LIMIT ?2)`;

/** How mail fares; each by an index of its own, and counted no further than a thousand. */
export const HEALTH = `
SELECT
  (SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = 'waiting' LIMIT 1000)) AS waiting,
  (SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = 'dead' LIMIT 1000)) AS dead,
  (SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE sent_at > ?1 AND sent_at IS NOT NULL AND facts <> '{}' LIMIT 1000)) AS sent,
  (SELECT MIN(created_at) FROM (SELECT created_at FROM outbox WHERE state = 'waiting' ORDER BY next_at LIMIT 1)) AS oldest`;

const HealthRow = z.object({
  waiting: z.number(),
  dead: z.number(),
  sent: z.number(),
  oldest: z.number().nullable(),
});

/** Counts the emails that wait, that failed, and that went out in the last day; and since when the first waits. */
export const readOutboxHealth = async (db: Database, now: number) =>
  HealthRow.parse(
    await db
      .prepare(HEALTH)
      .bind(now - DAY)
      .first(),
  );

/** After so many tries, which is some two days, a message is dead. */
export const MOST_TRIES = 14;

const Claimed = z.looseObject({ id: z.string() });

/**
 * What became of a try, or that there was none: one that was put back is due at once, one that was put off
 * when its claim said. An error is a code without personal data.
 */
export type Outcome = {
  id: string;
  outcome: 'sent' | 'failed' | 'dead' | 'put-back' | 'put-off';
  error: string | null;
};

/**
 * What one claim took: the emails to send, and the rows that cannot be read, by what became of them; and whether
 * the try is counted yet.
 */
export type Claim = { due: Due[]; unreadable: Outcome[]; isCounted: boolean };

/**
 * Runs a claim. A row that cannot be read, for example after going back to an older version, counts as
 * failed, so that it does not hold up the others.
 */
const claim = async (statement: D1PreparedStatement, isCounted = true): Promise<Claim> => {
  const rows = parseRows(Claimed, (await statement.all()).results);
  const read = rows.map((row) => ({ id: row.id, email: Due.safeParse(row).data }));
  return {
    due: read.flatMap(({ email }) => email ?? []),
    unreadable: read
      .filter(({ email }) => !email)
      .map(({ id }) => ({ id, outcome: 'failed', error: 'unreadable' })),
    isCounted,
  };
};

/** Claims emails that are due, at most `limit`. */
export const claimDue = (db: Database, now: number, limit: number): Promise<Claim> =>
  claim(db.prepare(CLAIM_DUE).bind(now, limit));

/** Claims one email that was queued just now; nothing if it was tried before. */
export const claimOne = (db: Database, now: number, id: string): Promise<Claim> =>
  claim(db.prepare(CLAIM_ONE).bind(now, id), false);

/** Claims one email that was queued just now and is known whole; nothing where it may have been tried since. */
export const claimTold = (
  { queuedAt, receipt: _, standings: __, ...email }: Told,
  now: number,
): Claim => ({
  due: now < queuedAt + OURS ? [{ ...email, tries: 0 }] : [],
  unreadable: [],
  isCounted: false,
});

const ticketsOf = async (statement: D1PreparedStatement): Promise<Ticket[]> =>
  parseRows(Ticket, (await statement.all()).results);

/** Claims one email that was queued just now for the queue; nothing if it was tried before. */
export const claimOneForQueue = (db: Database, now: number, id: string): Promise<Ticket[]> =>
  ticketsOf(db.prepare(CLAIM_ONE_FOR_QUEUE).bind(now, id));

/** Claims emails for the queue, at most `limit`. */
export const claimForQueue = (db: Database, now: number, limit: number): Promise<Ticket[]> =>
  ticketsOf(db.prepare(CLAIM_FOR_QUEUE).bind(now, limit));

/** Claims emails that come by the queue; nothing of those whose ticket is not good any more. */
export const claimQueued = (
  db: Database,
  now: number,
  tickets: readonly Ticket[],
): Promise<Claim> => claim(db.prepare(CLAIM_QUEUED).bind(now, JSON.stringify(tickets)));

/** Makes the statement that writes down what became of claimed emails. */
export const settle = (
  db: Database,
  outcomes: readonly Outcome[],
  { isCounted, now }: Pick<Claim, 'isCounted'> & { now: number },
): D1PreparedStatement => {
  const uncounted = isCounted ? 0 : 1;
  const [first, ...others] = outcomes;
  return first && others.length === 0
    ? db.prepare(SETTLE_ONE).bind(first.id, now, MOST_TRIES, uncounted, first.outcome, first.error)
    : db.prepare(SETTLE).bind(JSON.stringify(outcomes), now, MOST_TRIES, uncounted);
};

/** Says whether an email is due by a moment (UTC ms). */
export const hasDue = (db: Database, now: number): Promise<boolean> => isDue(db, DUE, now);

/** Forgets what emails told that were sent so long ago (UTC ms) as the setting `mail-days` says, at most `limit`. */
export const forgetSent = (db: Database, now: number, limit: number): Promise<number> =>
  trimDue(db, { due: SENT_DUE, trim: FORGET_SENT }, now, limit);

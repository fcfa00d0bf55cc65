import {
  type Claim,
  claimDue,
  claimForQueue,
  claimOne,
  claimOneForQueue,
  claimQueued,
  claimTold,
  forgetSent,
  hasDue,
  Ticket,
} from '../outbox/outbox.ts';
import { transportOf } from '../outbox/transport.ts';
import { openBudget, queryLimit } from '../platform/budget.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { gather } from '../platform/gather.ts';
import { publicUrl } from '../platform/public-url.ts';
import { SECOND } from '../platform/time.ts';
import type { Told } from '../platform/told.ts';
import { within } from '../platform/within.ts';
import { knownSender } from '../settings/known-brand.ts';
import { deliver, type Office, SETTLING } from './deliver.ts';
import { type Readings, readingsFor, readingsOf } from './readings.ts';

const SLICE = 50;
const PATIENCE_MS = 20 * SECOND;
const FORGET_SLICE = 1000;
/** No slice begins later than this in a run: the next minute's run begins soon after. */
const RUN_MS = 40 * SECOND;
/** A slice is not worth its claim with fewer queries than these for its emails. */
const LEAST_FOR_SLICE = 8;
/** What looking for due emails asks, and forgetting old ones. */
const BESIDES = 3;

/** What sending takes of anyone who sends: a request, the schedule, or the queue. */
type Sending = Pick<Caller, 'env' | 'db'>;

/** How many queries a run of the schedule may make for emails; the rest is for its other tasks. */
export const queriesForEmails = (env: Env): number => Math.floor(queryLimit(env) * 0.6);

/**
 * Opens what emails are sent with, for as long as `work` takes; nothing is done, nor claimed, without a
 * transport, a sender and an address for the links. What `ask` asks goes in the round trip of the sender's own
 * reading, so that it claims nothing where there is none.
 */
const withOffice = async <Asked>(
  { env, db }: Sending,
  queries: number,
  ask: (db: Database) => Promise<Asked>,
  work: (office: Office, asked: Asked) => Promise<unknown>,
): Promise<void> => {
  const budget = openBudget(gather(db), queries);
  const url = publicUrl(env);
  const transport = url ? transportOf(env, budget.db) : undefined;
  if (!url || !transport) return;
  try {
    const [asked, sender] = await Promise.all([ask(budget.db), knownSender(budget.db)]);
    if (sender.address) await work({ env, publicUrl: url, transport, sender, budget }, asked);
  } finally {
    transport.close();
  }
};

const nothing = async (): Promise<void> => {};

/** A queue that does not take tickets in time has none: the schedule makes new ones when they are due. */
const putOn = async (queue: Queue, tickets: readonly Ticket[]): Promise<void> => {
  const messages = tickets.map((body) => ({ body }));
  if (messages.length > 0) await within(PATIENCE_MS, queue.sendBatch(messages));
};

/**
 * Claims an email that was written just now, and reads in the same round trip what it is composed from; nothing
 * of one that is known whole.
 */
const claimWhole = async (
  db: Database,
  email: string | Told,
): Promise<{ claim: Claim; readings: Readings }> => {
  const isTold = typeof email !== 'string';
  const readings = isTold ? readingsOf(db, email) : readingsFor(db, [email]);
  const [claim] = await Promise.all([
    isTold ? claimTold(email, Date.now()) : claimOne(db, Date.now(), email),
    readings.ahead(),
  ]);
  return { claim, readings };
};

/**
 * Sends an email that was written just now, behind the answer that it belongs to: in two round trips, or one where
 * it is known whole. Where a queue is bound it goes by that, since each request would open a connection of its own
 * to the mail server.
 */
export const sendNow = (sending: Sending, email: string | Told): Promise<void> => {
  const { MAIL_QUEUE: queue } = sending.env;
  const queries = queriesForEmails(sending.env);
  const id = typeof email === 'string' ? email : email.id;
  return queue
    ? withOffice(
        sending,
        queries,
        (db) => claimOneForQueue(db, Date.now(), id),
        (_, tickets) => putOn(queue, tickets),
      )
    : withOffice(
        sending,
        queries,
        (db) => claimWhole(db, email),
        (office, { claim, readings }) => deliver(office, claim, readings),
      );
};

const isLast = ({ due, unreadable }: Claim): boolean => due.length + unreadable.length < SLICE;

/** Sends what is due, a slice at a time, while there are queries and time for another. */
const sendDue = async (office: Office, now: number): Promise<void> => {
  const { budget } = office;
  const until = Date.now() + RUN_MS;
  while (budget.left() >= 1 + SETTLING + LEAST_FOR_SLICE && Date.now() < until) {
    const claim = await claimDue(budget.db, now, SLICE);
    if (!(await deliver(office, claim)) || isLast(claim)) return;
  }
};

/** A queue takes so many messages at once. */
const QUEUE_SLICE = 100;

/** Puts what is due on the queue, from which `sendQueued` takes it. */
const queueDue = async ({ budget }: Office, queue: Queue, now: number): Promise<void> => {
  const until = Date.now() + RUN_MS;
  while (budget.left() > 0 && Date.now() < until) {
    const tickets = await claimForQueue(budget.db, now, QUEUE_SLICE);
    await putOn(queue, tickets);
    if (tickets.length < QUEUE_SLICE) return;
  }
};

/** Sends emails that come by the queue. One that fails is put on it again by the schedule, when it is due. */
export const sendQueued = (
  sending: Sending,
  messages: readonly { body: unknown }[],
): Promise<void> => {
  const tickets = messages.flatMap(({ body }) => Ticket.safeParse(body).data ?? []);
  if (tickets.length === 0) return nothing();
  return withOffice(sending, queryLimit(sending.env), nothing, async (office) =>
    deliver(office, await claimQueued(office.budget.db, Date.now(), tickets)),
  );
};

/**
 * Sends what is due, or puts it on the queue, as far as one run goes, and forgets what old emails said. It asks the database no more
 * than `queries`, so that what was sent can always be written down.
 */
export const sweepOutbox = async (
  sending: Sending & Pick<Caller, 'now'>,
  queries = queriesForEmails(sending.env),
): Promise<void> => {
  const { db, now } = sending;
  const { MAIL_QUEUE: queue } = sending.env;
  if (await hasDue(db, now))
    await withOffice(sending, queries - BESIDES, nothing, (office) =>
      queue ? queueDue(office, queue, now) : sendDue(office, now),
    );
  await forgetSent(db, now, FORGET_SLICE);
};

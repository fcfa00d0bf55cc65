import {
  type Claim,
  claimDue,
  claimForQueue,
  claimOne,
  claimOneForQueue,
  claimQueued,
  forgetSent,
  Ticket,
} from '../outbox/outbox.ts';
import { transportOf } from '../outbox/transport.ts';
import { openBudget, queryLimit } from '../platform/budget.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { publicUrl } from '../platform/public-url.ts';
import { DAY, SECOND } from '../platform/time.ts';
import { readSetting } from '../settings/store.ts';
import { deliver, type Office, SETTLING } from './deliver.ts';

const SLICE = 50;
const FORGET_SLICE = 1000;
/** No slice begins later than this in a run: the next minute's run begins soon after. */
const RUN_MS = 40 * SECOND;
/** A slice is not worth its claim with fewer queries than these for its emails. */
const LEAST_FOR_SLICE = 8;
/** What forgetting old emails asks. */
const FORGETTING = 2;

/** What sending takes of anyone who sends: a request, the schedule, or the queue. */
type Sending = Pick<Caller, 'env' | 'db'>;

/** How many queries a run of the schedule may make for emails; the rest is for its other tasks. */
export const queriesForEmails = (env: Env): number => Math.floor(queryLimit(env) * 0.6);

/**
 * Opens what emails are sent with, for as long as `work` takes; nothing is done, nor claimed, without a
 * transport, a sender and an address for the links.
 */
const withOffice = async (
  { env, db }: Sending,
  queries: number,
  work: (office: Office) => Promise<unknown>,
): Promise<void> => {
  const budget = openBudget(db, queries);
  const url = publicUrl(env);
  const sender = url ? await readSetting(budget.db, 'sender') : null;
  const transport = sender?.address ? transportOf(env, budget.db) : undefined;
  if (!url || !sender || !transport) return;
  try {
    await work({ env, publicUrl: url, transport, sender, budget });
  } finally {
    transport.close();
  }
};

const putOn = async (queue: Queue, tickets: readonly Ticket[]): Promise<void> => {
  if (tickets.length > 0) await queue.sendBatch(tickets.map((body) => ({ body })));
};

/**
 * Sends an email that was written just now, behind the answer that it belongs to. Where a queue is bound it
 * goes by that, since each request would open a connection of its own to the mail server.
 */
export const sendNow = (sending: Sending, id: string): Promise<void> =>
  withOffice(sending, queriesForEmails(sending.env), async (office) => {
    const { MAIL_QUEUE: queue } = office.env;
    const { db } = office.budget;
    if (queue) await putOn(queue, await claimOneForQueue(db, Date.now(), id));
    else await deliver(office, await claimOne(db, Date.now(), id));
  });

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
  return withOffice(sending, queryLimit(sending.env), async (office) =>
    deliver(office, await claimQueued(office.budget.db, Date.now(), tickets)),
  );
};

const forgetOld = async (db: Database, now: number): Promise<void> => {
  const days = await readSetting(db, 'mail-days');
  await forgetSent(db, now - days * DAY, FORGET_SLICE);
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
  await withOffice(sending, queries - FORGETTING, (office) =>
    queue ? queueDue(office, queue, now) : sendDue(office, now),
  );
  await forgetOld(db, now);
};

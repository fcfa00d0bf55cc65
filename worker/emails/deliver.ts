// Composes and sends claimed emails, and writes down together what became of them.
import { withSafeHeaders } from '../outbox/header.ts';
import { DeliveryError, type Message, type Transport } from '../outbox/message.ts';
import { type Claim, type Due, type Outcome, settle } from '../outbox/outbox.ts';
import { type Bounced, markBounced } from '../people/bounces.ts';
import { type Budget, OutOfQueries } from '../platform/budget.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { isOutage } from '../platform/problems/of-error.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { SECOND } from '../platform/time.ts';
import { compose } from './compose.ts';
import type { Composing } from './contents.ts';
import { type Email, htmlText, plainText } from './email.ts';
import { type Readings, readingsFor } from './readings.ts';

/** A claim holds for two minutes at least; what has not begun long before that is put back. */
const DELIVERY_MS = 60 * SECOND;
/** What `deliver` sets apart: to write down what became of emails, and of addresses, twice if need be. */
export const SETTLING = 4;

export type Sender = { name: string; address: string };

/** What emails are sent with. */
export type Office = {
  env: Env;
  publicUrl: string;
  transport: Transport;
  sender: Sender;
  budget: Budget;
};

/** What one try came to. */
type Tried = Outcome & { bounced?: Bounced; isDown?: boolean };

/** Mail programs show a button of their own for it, and press it by a POST. */
const unsubscribeHeaders = ({ unsubscribe }: Email): Record<string, string> =>
  unsubscribe
    ? {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {};

/** Composes what a transport takes; null when the email need not go out any more. */
const messageOf = async (
  { sender }: Office,
  composing: Composing,
  due: Due,
): Promise<Message | null> => {
  const email = await compose(composing, due, sender.name || sender.address);
  if (!email) return null;
  return withSafeHeaders({
    messageId: `${due.id}@${sender.address.split('@')[1]}`,
    from: sender,
    to: due.recipient,
    subject: email.subject,
    text: plainText(email),
    html: await htmlText(email),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': email.locale,
      ...unsubscribeHeaders(email),
    },
  });
};

const putBack = ({ id }: Due): Tried => ({ id, outcome: 'put-back', error: null });

/** What a failure is remembered by: never a server's or library's own words, which may hold an address. */
const failed = ({ id, person, recipient, template }: Due, error: unknown): Tried => {
  const known = error instanceof DeliveryError ? error : null;
  const code = known?.code ?? (error instanceof Error ? error.name : 'unknown');
  console.warn('mail', template, code);
  const isFinal = known?.failure === 'address' || known?.failure === 'message';
  return {
    id,
    outcome: isFinal ? 'dead' : 'failed',
    error: code,
    isDown: known?.failure === 'connection',
    bounced:
      known?.failure === 'address' && person !== null ? { person, email: recipient } : undefined,
  };
};

/** What an email that could not be composed waits for: the next run, the database, or its next try. */
const uncomposed = (due: Due, error: unknown): Tried => {
  if (error instanceof OutOfQueries) return putBack(due);
  const putOff = { id: due.id, outcome: 'put-off', isDown: true } as const;
  if (isOutage(error)) return { ...putOff, error: 'database' };
  if (error instanceof ProblemError && error.kind === 'unavailable')
    return { ...putOff, error: 'LINK_KEYS' };
  return failed(due, error);
};

const tryOne = async (office: Office, composing: Composing, due: Due): Promise<Tried> => {
  const message = await messageOf(office, composing, due).catch((error: unknown) =>
    uncomposed(due, error),
  );
  if (message && 'outcome' in message) return message;
  try {
    if (message) await office.transport.send(message);
    return { id: due.id, outcome: 'sent', error: null };
  } catch (error) {
    return error instanceof OutOfQueries ? putBack(due) : failed(due, error);
  }
};

/** Tries emails, a few at a time; what the time or the queries do not suffice for is put back. */
const tryAll = async (
  office: Office,
  due: readonly Due[],
  readings: Readings,
): Promise<Tried[]> => {
  const { env, publicUrl, transport, budget } = office;
  const composing: Composing = { env, db: budget.db, publicUrl, readings };
  const until = Date.now() + DELIVERY_MS;
  const waiting = [...due];
  const tried: Tried[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      tried.push(Date.now() > until ? putBack(next) : await tryOne(office, composing, next));
    }
  };
  await Promise.all(Array.from({ length: transport.lanes }, lane));
  return tried;
};

/** An email that is out and not known to be so would go out again: this is tried twice. */
const writeDown = async (
  db: Database,
  tried: readonly Tried[],
  { isCounted }: Pick<Claim, 'isCounted'>,
): Promise<void> => {
  const now = Date.now();
  const outcomes = tried.map(({ id, outcome, error }): Outcome => ({ id, outcome, error }));
  const bounced = tried.flatMap((each) => each.bounced ?? []);
  const write = () =>
    db.batch([
      settle(db, outcomes, { isCounted, now }),
      ...(bounced.length > 0 ? [markBounced(db, bounced, now)] : []),
    ]);
  await write().catch(write);
};

/**
 * Sends what a claim took. The queries that write down what became of it are set apart before the first is
 * sent. True where more may be sent now: all of it was tried, and something could be handed over.
 */
export const deliver = async (
  office: Office,
  { due, unreadable, isCounted }: Claim,
  readings = readingsFor(
    office.budget.db,
    due.map(({ id }) => id),
  ),
): Promise<boolean> => {
  const apart = office.budget.setApart(SETTLING);
  const tried: Tried[] = [...unreadable, ...(await tryAll(office, due, readings))];
  if (tried.length > 0) await writeDown(apart, tried, { isCounted });
  return (
    tried.every(({ outcome }) => outcome !== 'put-back') &&
    (tried.length === 0 || tried.some(({ isDown = false }) => !isDown))
  );
};

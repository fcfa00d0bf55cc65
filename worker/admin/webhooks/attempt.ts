// One event on its way to one receiver: by Standard Webhooks 1.0, with the headers of CloudEvents 1.0 beside.
import type { ChangeEvent } from '../../contract/events.ts';
import type { Attempt } from '../../contract/webhooks.ts';
import { NotOutside, type Outgoing, retryAt } from '../../platform/outgoing.ts';
import { HOUR, MINUTE, SECOND } from '../../platform/time.ts';
import { type Keys, signMessage } from './signing.ts';

/** Whom an event goes to, and from where. */
export type Receiver = { url: string; keys: readonly Keys[]; source: string };

/** An event as it is sent, or a message that is none, to try a receiver with. */
export type Message = Omit<ChangeEvent, 'type' | 'sequence'> & { type: string; sequence?: number };

/**
 * What one try came to. `slow` asks for time, until `waitUntil` (UTC ms) if it says so; `gone` wants no more.
 */
export type Tried = Pick<Attempt, 'status' | 'error' | 'ms' | 'at'> & {
  outcome: 'arrived' | 'failed' | 'slow' | 'gone';
  waitUntil: number | null;
};

/** How long after each try comes the next: the schedule of the standard, 75 hours in all. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** After so many tries an event is given up. */
export const MOST_TRIES = WAITS.length + 1;

/** When an event is tried again after so many tries (UTC ms): up to a quarter later, so that not all come at once. */
export const nextTry = (now: number, tries: number): number => {
  const wait = WAITS[Math.min(tries, WAITS.length) - 1] ?? 0;
  return now + Math.round(wait * (1 + Math.random() / 4));
};

const headersOf = async (
  { id, type, timestamp, data }: Message,
  { keys, source }: Receiver,
  now: number,
  body: string,
): Promise<Record<string, string>> => {
  const seconds = Math.floor(now / SECOND);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Samtykke',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': await signMessage(keys, id, seconds, body),
    'ce-specversion': '1.0',
    'ce-id': id,
    'ce-source': source,
    'ce-type': type,
    'ce-time': timestamp,
    ...(data.person && { 'ce-subject': data.person }),
  };
};

const SLOW = [429, 502, 503, 504];

const outcomeOf = ({ ok, status }: Response): Pick<Tried, 'outcome' | 'error'> => {
  if (ok) return { outcome: 'arrived', error: null };
  if (status === 410) return { outcome: 'gone', error: 'answer' };
  if (status >= 300 && status < 400) return { outcome: 'failed', error: 'redirect' };
  return { outcome: SLOW.includes(status) ? 'slow' : 'failed', error: 'answer' };
};

/** Why no answer came. */
const failureOf = (error: unknown): NonNullable<Attempt['error']> => {
  if (error instanceof NotOutside) return 'address';
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'connection';
};

/** Sends an event once, as it is signed at that moment. Nothing of the answer is read but its head. */
export const tryOnce = async (
  outgoing: Outgoing,
  receiver: Receiver,
  message: Message,
): Promise<Tried> => {
  const at = Date.now();
  const body = JSON.stringify(message);
  try {
    const headers = await headersOf(message, receiver, at, body);
    const answer = await outgoing(receiver.url, { method: 'POST', headers, body });
    await answer.body?.cancel();
    const now = Date.now();
    return {
      ...outcomeOf(answer),
      status: answer.status,
      ms: now - at,
      at,
      waitUntil: retryAt(answer, now),
    };
  } catch (error) {
    return {
      outcome: 'failed',
      status: null,
      error: failureOf(error),
      ms: Date.now() - at,
      at,
      waitUntil: null,
    };
  }
};

/** A try of a message, as the log of its webhook keeps it; `tries` counts it too. */
export const attemptOf = (
  { id, type }: Pick<Message, 'id' | 'type'>,
  { at, ms, status, error }: Tried,
  tries: number,
): Attempt => ({ event: id, type, at, ms, status, error, tries });

// https://developers.brevo.com/docs/transactional-webhooks: one event a post, or many where it is batched. It signs
// nothing: its address holds a user and a password, or its header a token.
import { z } from 'zod';
import { bearsSecret, type Posted } from './posted.ts';
import type { Kind, Received, Signal } from './signal.ts';

/** Events are named otherwise where they are registered, and some by both names. */
const kinds: Readonly<Record<string, Kind>> = {
  hard_bounce: 'bounce',
  hardBounce: 'bounce',
  invalid_email: 'bounce',
  invalid: 'bounce',
  spam: 'complaint',
  complaint: 'complaint',
  unsubscribe: 'unsubscribe',
  unsubscribed: 'unsubscribe',
};

const Id = z.union([z.string(), z.number()]).optional();

const Event = z.object({
  event: z.string(),
  email: z.string(),
  'message-id': Id,
  camp_id: Id,
  ts_event: Id,
  // Of all its clocks the one that follows no time zone of the account (ms).
  ts_epoch: z.number().optional(),
});

const signalOf = (written: unknown): Signal[] => {
  const { data } = Event.safeParse(written);
  const kind = data && kinds[data.event];
  if (!data || !kind) return [];
  const { email, ts_epoch: epoch, ts_event: event } = data;
  // `id` is that of the webhook: events have none, so that what they say stands for it.
  const id = [data['message-id'] ?? data.camp_id, epoch ?? event].join(' ');
  return [{ email, kind, at: epoch ?? null, id }];
};

/** Reads a post of Brevo. */
export const readBrevo = async (posted: Posted): Promise<Received | null> => {
  if (!(await bearsSecret(posted))) return null;
  const body: unknown = JSON.parse(posted.body);
  const events: unknown[] = Array.isArray(body) ? body : [body];
  return { signals: events.flatMap(signalOf), events: events.length };
};

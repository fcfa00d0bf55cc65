// https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks: one event a post.
import { z } from 'zod';
import { bytesOfHex } from '../platform/hash.ts';
import { isSignedBy, isWithin } from '../platform/signing/shared.ts';
import { DAY } from '../platform/time.ts';
import { anyOf, type Posted } from './posted.ts';
import { type Kind, momentOf, nothing, type Received } from './signal.ts';

/** It tries for eight hours, and does not say that it signs each try again. */
const WINDOW_MS = DAY / 2;

const Signed = z.object({
  signature: z.object({
    timestamp: z.string(),
    token: z.string().min(1).max(100),
    signature: z.string(),
  }),
});

const Event = z.object({
  'event-data': z.object({
    event: z.string(),
    id: z.string(),
    timestamp: z.number(),
    recipient: z.string(),
    severity: z.string().optional(),
    reason: z.string().optional(),
    flags: z.object({ 'is-test-mode': z.boolean().default(false) }).optional(),
  }),
});
type Event = z.infer<typeof Event>['event-data'];

/** What it holds back itself, for an earlier bounce or complaint, is nothing new. */
const isForGood = ({ severity, reason = '' }: Event): boolean =>
  severity === 'permanent' && !reason.startsWith('suppress-');

const kindOf = (event: Event): Kind | null => {
  switch (event.event) {
    case 'complained':
      return 'complaint';
    case 'unsubscribed':
      return 'unsubscribe';
    case 'failed':
      return isForGood(event) ? 'bounce' : null;
    default:
      return null;
  }
};

/** Reads a post of Mailgun, whose signature covers a token and not the event: each token is good once. */
export const readMailgun = async ({ body, secrets, now }: Posted): Promise<Received | null> => {
  const written: unknown = JSON.parse(body);
  const { data: signed } = Signed.safeParse(written);
  if (!signed) return null;
  const { timestamp, token, signature } = signed.signature;
  const bytes = bytesOfHex(signature);
  const keys = secrets.map((secret) => new TextEncoder().encode(secret));
  if (!bytes || !(await anyOf(keys.map((key) => isSignedBy(key, bytes, timestamp + token)))))
    return null;
  if (!isWithin(WINDOW_MS, Number(timestamp) * 1000, now)) return null;
  const event = Event.safeParse(written).data?.['event-data'];
  const kind = event && !event.flags?.['is-test-mode'] ? kindOf(event) : null;
  if (!event || !kind) return { ...nothing, once: token };
  const { recipient: email, id, timestamp: at } = event;
  return { signals: [{ email, kind, at: momentOf(at), id }], events: 1, once: token };
};

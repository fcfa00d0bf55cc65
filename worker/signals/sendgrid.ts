// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events: many events a post, signed by ECDSA.
import { z } from 'zod';
import { isWithin } from '../platform/signing/shared.ts';
import { DAY, HOUR } from '../platform/time.ts';
import { fromBase64 } from '../proof/base64.ts';
import { isProven } from './key.ts';
import { anyOf, type Posted } from './posted.ts';
import { type Kind, momentOf, type Received, type Signal } from './signal.ts';

/** It tries for a day, and does not say that it signs each try again. */
const WINDOW_MS = DAY + HOUR;

const Event = z.object({
  event: z.string(),
  email: z.string(),
  timestamp: z.number(),
  sg_event_id: z.string(),
  type: z.string().optional(),
});

/** What is `blocked` is no fault of the address, and what is `dropped` SendGrid holds back itself. */
const kindOf = ({ event, type }: z.infer<typeof Event>): Kind | null => {
  switch (event) {
    case 'spamreport':
      return 'complaint';
    case 'unsubscribe':
    case 'group_unsubscribe':
      return 'unsubscribe';
    case 'bounce':
      return type === 'blocked' ? null : 'bounce';
    default:
      return null;
  }
};

const signalOf = (written: unknown): Signal[] => {
  const { data } = Event.safeParse(written);
  const kind = data && kindOf(data);
  if (!data || !kind) return [];
  return [{ email: data.email, kind, at: momentOf(data.timestamp), id: data.sg_event_id }];
};

/** Reads a post of SendGrid. */
export const readSendGrid = async (posted: Posted): Promise<Received | null> => {
  const { headers, body, secrets, now } = posted;
  const timestamp = headers.get('X-Twilio-Email-Event-Webhook-Timestamp') ?? '';
  const signature = fromBase64(headers.get('X-Twilio-Email-Event-Webhook-Signature') ?? '');
  if (!signature || !isWithin(WINDOW_MS, Number(timestamp) * 1000, now)) return null;
  const keys = secrets.flatMap((secret) => fromBase64(secret) ?? []);
  if (!(await anyOf(keys.map((key) => isProven(key, signature, timestamp + body, 'SHA-256')))))
    return null;
  const read: unknown = JSON.parse(body);
  const events: unknown[] = Array.isArray(read) ? read : [read];
  return { signals: events.flatMap(signalOf), events: events.length };
};

import { z } from 'zod';
import { bytesOfHex } from '../../platform/hash.ts';
import { isSignedBy, isWithin } from '../../platform/signing/shared.ts';
import { DAY, SECOND } from '../../platform/time.ts';
import type { Interpret } from '../kit/connector.ts';
import { jsonIn } from '../kit/reading.ts';

/** An event is tried for seven days. One that comes again is harmless: whom it names is only read. */
const GOOD_MS = 8 * DAY;

const Event = z.object({
  data: z.object({
    email_address: z.string().nullish(),
    recipient: z.string().nullish(),
    identifiers: z.object({ email: z.string().nullish() }).nullish(),
  }),
});

/**
 * Reads what a reporting webhook of Customer.io posts, of any kind. Signed as hexadecimal over `v0:timestamp:body`;
 * without the signing key nothing is believed.
 */
export const interpret: Interpret = async ({ headers, body }, { secret = '' }, now) => {
  const [timestamp] = /^\d{1,12}$/.exec(headers.get('X-CIO-Timestamp') ?? '') ?? [];
  const signature = bytesOfHex(headers.get('X-CIO-Signature') ?? '');
  if (!timestamp || !signature || !isWithin(GOOD_MS, Number(timestamp) * SECOND, now)) return null;
  const key = new TextEncoder().encode(secret);
  if (!(await isSignedBy(key, signature, `v0:${timestamp}:${body}`))) return null;
  const event = Event.safeParse(jsonIn(body));
  if (!event.success) return [];
  const { email_address: address, recipient, identifiers } = event.data.data;
  return [address, recipient, identifiers?.email].flatMap((email) => email ?? []);
};

import { bytesOfHex } from '../../platform/hash.ts';
import { isSignedBy, isWithin } from '../../platform/signing/shared.ts';
import { MINUTE, SECOND } from '../../platform/time.ts';
import type { Interpret } from '../kit/connector.ts';

/** An event is good for so long. */
const GOOD_MS = 5 * MINUTE;

/**
 * Reads what Mailchimp posts: a form, whose `fired_at` has no zone and is not read. A changed address is the old one
 * and the new. Signed as `t=<seconds>,v1=<hex>` over `t.body`; without the secret nothing is believed.
 */
export const interpret: Interpret = async ({ headers, body }, { secret = '' }, now) => {
  const [, t = '', v1 = ''] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(headers.get('X-Mailchimp-Signature') ?? '') ?? [];
  const signature = bytesOfHex(v1);
  if (!signature || !isWithin(GOOD_MS, Number(t) * SECOND, now)) return null;
  const key = new TextEncoder().encode(secret);
  if (!(await isSignedBy(key, signature, `${t}.${body}`))) return null;
  const form = new URLSearchParams(body);
  return ['data[email]', 'data[old_email]', 'data[new_email]'].flatMap(
    (name) => form.get(name) ?? [],
  );
};

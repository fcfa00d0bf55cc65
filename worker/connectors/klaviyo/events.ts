import { z } from 'zod';
import { bytesOfHex } from '../../platform/hash.ts';
import { isSignedBy, isWithin } from '../../platform/signing/shared.ts';
import { DAY } from '../../platform/time.ts';
import type { Ask } from '../kit/ask.ts';
import type { Interpret } from '../kit/connector.ts';
import { jsonIn, parsed } from '../kit/reading.ts';
import { anyOf, Profile } from './profiles.ts';

/** An event may be sent again for days. One that comes again is harmless: whom it names is only read. */
const GOOD_MS = 8 * DAY;

/** So many profiles that an event names by id are looked up at once. */
const MOST_IDS = 100;

const Text = z.string().nullish();
const Named = z.object({ email: Text, email_address: Text }).nullish();

/** One event, as the API answers it: it may name an address, hold the profile, or say its id alone. */
const Payload = z.object({
  data: z
    .object({
      attributes: z.object({ event_properties: Named }).nullish(),
      relationships: z
        .object({ profile: z.object({ data: z.object({ id: z.string() }).nullish() }).nullish() })
        .nullish(),
    })
    .nullish(),
  included: z.array(z.object({ attributes: Named })).nullish(),
});
const Delivery = z.object({ data: z.array(z.object({ payload: Payload })) });
type Payload = z.infer<typeof Payload>;

const addressesIn = ({ data, included }: Payload): string[] =>
  [data?.attributes?.event_properties, ...(included ?? []).map(({ attributes }) => attributes)]
    .flatMap((named) => [named?.email, named?.email_address])
    .flatMap((email) => email ?? []);

/** Reads the addresses of profiles by their ids. */
const addressesOf = async (ask: Ask, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const query = { filter: anyOf('id', ids), 'fields[profile]': 'email', 'page[size]': '100' };
  const { json } = await ask({ method: 'GET', path: '/api/profiles', query });
  const { data } = parsed(z.object({ data: z.array(Profile) }), json);
  return data.flatMap(({ attributes: { email } }) => email ?? []);
};

/** Says whether a delivery is old; a time that nobody can read says nothing of it. */
const isOld = (timestamp: string, now: number): boolean => {
  const at = Date.parse(timestamp);
  return !Number.isNaN(at) && !isWithin(GOOD_MS, at, now);
};

/**
 * Reads what a system webhook of Klaviyo posts. Signed in hexadecimal over the body and the header that tells when;
 * the API's own text has the body alone, and is believed too. Without the secret nothing is.
 */
export const interpret: Interpret = async ({ headers, body }, { secret = '' }, now, ask) => {
  const signature = bytesOfHex(headers.get('Klaviyo-Signature') ?? '');
  const timestamp = headers.get('Klaviyo-Timestamp') ?? '';
  if (!signature || isOld(timestamp, now)) return null;
  const key = new TextEncoder().encode(secret);
  const isSigned =
    (await isSignedBy(key, signature, `${body}${timestamp}`)) ||
    (await isSignedBy(key, signature, body));
  if (!isSigned) return null;
  const delivery = Delivery.safeParse(jsonIn(body));
  if (!delivery.success) return [];
  const payloads = delivery.data.data.map(({ payload }) => payload);
  const ids = payloads
    .filter((payload) => addressesIn(payload).length === 0)
    .flatMap(({ data }) => data?.relationships?.profile?.data?.id ?? []);
  return [
    ...payloads.flatMap(addressesIn),
    ...(await addressesOf(ask, [...new Set(ids)].slice(0, MOST_IDS))),
  ];
};

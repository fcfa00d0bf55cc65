// What HubSpot sends to an address: by subscription type, and whether anything at all.
import { z } from 'zod';
import type { Ask } from '../kit/ask.ts';
import { latest, parsed, timeOf } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';

const Said = z.object({
  status: z.enum(['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SPECIFIED']),
  timestamp: z.string().nullish(),
  businessUnitId: z.number().nullish(),
});
const Own = Said.extend({ subscriptionId: z.union([z.number(), z.string()]).transform(String) });
const Wide = Said.extend({ wideStatusType: z.enum(['PORTAL_WIDE', 'BUSINESS_UNIT_WIDE']) });

const Owns = z.object({ results: z.array(Own) });
const Wides = z.object({ results: z.array(Wide) });
const Who = z.object({ subscriberIdString: z.string() });
const OwnBatch = z.object({ results: z.array(Who.extend({ statuses: z.array(Own) })) });
const WideBatch = z.object({ results: z.array(Who.extend({ wideStatuses: z.array(Wide) })) });

/** What is said of one address: of each subscription type, and of all of them. */
export type Statuses = {
  own: readonly z.infer<typeof Own>[];
  wide: readonly z.infer<typeof Wide>[];
};

export const STATUSES = '/communication-preferences/2026-03/statuses';

const query = { channel: 'EMAIL' };

const readOne = async (ask: Ask, email: string): Promise<Statuses> => {
  const path = `${STATUSES}/${encodeURIComponent(email)}`;
  const asked = { method: 'GET', query, expects: [404] } as const;
  const own = await ask({ ...asked, path });
  const wide = await ask({ ...asked, path: `${path}/unsubscribe-all` });
  return {
    own: own.status === 404 ? [] : parsed(Owns, own.json).results,
    wide: wide.status === 404 ? [] : parsed(Wides, wide.json).results,
  };
};

/** Reads many addresses at once, those that are answered for; null where the account may not. */
const readMany = async (
  ask: Ask,
  emails: readonly string[],
): Promise<Map<string, Statuses> | null> => {
  const asked = { method: 'POST', query, json: { inputs: emails }, expects: [403] } as const;
  const own = await ask({ ...asked, path: `${STATUSES}/batch/read` });
  if (own.status === 403) return null;
  const wide = await ask({ ...asked, path: `${STATUSES}/batch/unsubscribe-all/read` });
  if (wide.status === 403) return null;
  const wides = new Map(
    parsed(WideBatch, wide.json).results.map(({ subscriberIdString: email, wideStatuses }) => [
      email.toLowerCase(),
      wideStatuses,
    ]),
  );
  // Who has not left everything may be left out of an answer that is whole, and of no other.
  const isWhole = wide.status === 200;
  return new Map(
    parsed(OwnBatch, own.json).results.flatMap(({ subscriberIdString, statuses }) => {
      const email = subscriberIdString.toLowerCase();
      const all = wides.get(email) ?? (isWhole ? [] : null);
      return all ? [[email, { own: statuses, wide: all }] as const] : [];
    }),
  );
};

/** Opens the reading of statuses: many at once where the account may (Marketing Hub Enterprise), or one by one. */
export const openStatuses = (
  ask: Ask,
): ((emails: readonly string[]) => Promise<ReadonlyMap<string, Statuses>>) => {
  let isBatched = true;
  return async (emails) => {
    const batch = isBatched ? await readMany(ask, emails) : null;
    isBatched = batch !== null;
    const read = batch ?? new Map<string, Statuses>();
    for (const email of emails) if (!read.has(email)) read.set(email, await readOne(ask, email));
    return read;
  };
};

/** Says whether anything is known of an address: whether it was ever on or off. */
export const isKnown = ({ own, wide }: Statuses): boolean =>
  [...own, ...wide].some(({ status }) => status !== 'NOT_SPECIFIED');

/**
 * How a subscription type stands for an address. Who has left everything, or all of the brand that the type is of,
 * gets none. `unspecified` is what it means where nothing was said.
 */
export const readOf = (
  { own, wide }: Statuses,
  target: string,
  unspecified: 'absent' | 'unasked',
): Read => {
  const type = own.find(({ subscriptionId }) => subscriptionId === target);
  const left = wide.filter(
    ({ status, wideStatusType, businessUnitId }) =>
      status === 'UNSUBSCRIBED' &&
      (wideStatusType === 'PORTAL_WIDE' ||
        type === undefined ||
        (businessUnitId ?? 0) === (type.businessUnitId ?? 0)),
  );
  if (left.length > 0)
    return { state: 'off', at: latest(left.map(({ timestamp }) => timestamp)), isBlocked: true };
  if (type === undefined || type.status === 'NOT_SPECIFIED')
    return { state: unspecified, at: null, isBlocked: false };
  const state = type.status === 'SUBSCRIBED' ? 'on' : 'off';
  return { state, at: timeOf(type.timestamp), isBlocked: false };
};

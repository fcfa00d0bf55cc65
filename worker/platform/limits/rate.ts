import type { AppContext } from '../env.ts';
import { tryAgainIn } from '../problems/problem.ts';
import { MINUTE, SECOND } from '../time.ts';
import { ipOf } from '../where-from.ts';

/** The window of the rate limits in wrangler.toml, in seconds. */
const WINDOW_S = MINUTE / SECOND;

/** The groups of an IPv6 address that name a network: the rest is chosen by those in it (RFC 6177). */
const NETWORK_GROUPS = 4;

/** Returns what one visitor keeps when they change their address: the /64 of IPv6, or the IPv4 address. */
export const networkOf = (ip: string): string => {
  if (!ip.includes(':')) return ip;
  const mapped = ip.slice(ip.lastIndexOf(':') + 1);
  if (mapped.includes('.')) return mapped;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};

/**
 * What is limited apart, so that a flood on one never closes another: the forms, counting that a form was
 * begun, getting into the preference centre, codes, a person's own acts, the console's sign-in, and the witness.
 */
export type Door =
  | 'submissions'
  | 'started'
  | 'entries'
  | 'codes'
  | 'requests'
  | 'sign-in'
  | 'witness';

/** A limit that does not answer lets everyone through: it guards what is given here, and never stands in its way. */
const isWithin = async (limit: RateLimit | undefined, key: string): Promise<boolean> => {
  if (!limit) return true;
  const outcome = await limit.limit({ key }).catch(() => null);
  return outcome?.success !== false;
};

/**
 * Throws 429 with Retry-After when one network, or everyone together, uses a door too often. `whole` is what
 * everyone shares, such as a form; without it only the network is limited.
 */
export const checkRate = async (c: AppContext, door: Door, whole?: string): Promise<void> => {
  const network = networkOf(ipOf(c) ?? 'unknown');
  const within = await Promise.all([
    isWithin(c.env.LIMIT_BY_IP, `${door} ${network}`),
    whole === undefined || isWithin(c.env.LIMIT_BY_FORM, `${door} ${whole}`),
  ]);
  if (within.every(Boolean)) return;
  throw tryAgainIn(
    WINDOW_S,
    'too-many-requests',
    `Wait ${WINDOW_S} seconds and send the same request again.`,
  );
};

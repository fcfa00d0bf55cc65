// What providers post, and the secrets that prove their origin.

import type { Outgoing } from '../platform/outgoing.ts';
import { isSame } from '../platform/signing/shared.ts';
import { MINUTE } from '../platform/time.ts';
import type { Received } from './signal.ts';

/** A post of a provider, as it came. */
export type Posted = {
  headers: Headers;
  body: string;
  now: number;
  /** The secrets of the provider: the one in use, and beside it the next or the last one. */
  secrets: readonly string[];
  send: Outgoing;
};

/** How a provider's posts are read; null where they do not prove to be its own. Throws `SyntaxError` for no JSON. */
export type Reader = (posted: Posted) => Promise<Received | null>;

/** What posts are signed for may be as old as this where each try is signed again. */
export const FRESH_MS = 5 * MINUTE;

/** Says whether any of several comparisons holds; all are made. */
export const anyOf = async (comparisons: Iterable<Promise<boolean>>): Promise<boolean> =>
  (await Promise.all(comparisons)).includes(true);

/** The password of HTTP Basic (RFC 7617), or the token of Bearer; null where neither was sent. */
const passwordIn = (authorization: string | null): string | null => {
  const [, scheme = '', value = ''] = /^(Basic|Bearer)\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    const [, password] = /^[^:]*:(.+)$/s.exec(new TextDecoder().decode(bytes)) ?? [];
    return password ?? null;
  } catch {
    return null;
  }
};

/** Says whether a post bears one of the secrets, as the password of its address or as a token. */
export const bearsSecret = ({ headers, secrets }: Posted): Promise<boolean> => {
  const password = passwordIn(headers.get('Authorization'));
  return password === null
    ? Promise.resolve(false)
    : anyOf(secrets.map((secret) => isSame(secret, password)));
};

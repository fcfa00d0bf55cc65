// What providers prove their origin with: shared secrets, and how they are compared.

import type { Outgoing } from '../platform/outgoing.ts';
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

/** What posts are signed for may be as old as this where each try is signed anew. */
export const FRESH_MS = 5 * MINUTE;

const encoder = new TextEncoder();
const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** Says whether a moment is no further away than this, earlier or later. */
export const isWithin = (ms: number, at: number, now: number): boolean =>
  Number.isFinite(at) && Math.abs(now - at) <= ms;

/** Compares two secrets in a time that says nothing of either. */
const isSame = async (one: string, other: string): Promise<boolean> => {
  const digests = [one, other].map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text)));
  const [mine, theirs] = await Promise.all(digests);
  return mine !== undefined && theirs !== undefined && crypto.subtle.timingSafeEqual(mine, theirs);
};

/** Says whether any of several comparisons holds; all are made. */
export const anyOf = async (comparisons: Iterable<Promise<boolean>>): Promise<boolean> =>
  (await Promise.all(comparisons)).includes(true);

/** Says whether a text was signed (HMAC-SHA256) with a key. */
export const isSignedBy = async (
  key: Uint8Array,
  signature: Uint8Array,
  text: string,
): Promise<boolean> => {
  if (key.length === 0) return false;
  const imported = await crypto.subtle.importKey('raw', key, hmac, false, ['verify']);
  return crypto.subtle.verify(hmac, imported, signature, encoder.encode(text));
};

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

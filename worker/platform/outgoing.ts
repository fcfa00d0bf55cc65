// Asking other servers at addresses that an operator set. None of them may lead back into a network of ours
// (server-side request forgery), keep a run waiting, or fill its memory.
import { LocalAddress, PublicAddress } from '../contract/address.ts';
import type { Env } from './env.ts';
import { publicUrl } from './public-url.ts';
import { DAY, SECOND } from './time.ts';

const PATIENCE_MS = 10 * SECOND;

/** Asks another server. Anyone who tests what two installations say to each other gives another one. */
export type Outgoing = (url: string, init: RequestInit) => Promise<Response>;

/** Where an address leads, by one spelling: the dot that may end a name says nothing. */
const originOf = (address: string): string | undefined =>
  URL.parse(address)?.origin.replace(/\.$/, '');

/** Says whether an address leads outside: to a public name other than ours. In development, this machine is outside too. */
export const isOutside = (env: Env, address: string): boolean =>
  PublicAddress.safeParse(address).success
    ? originOf(address) !== publicUrl(env)
    : env.ENVIRONMENT === 'development' && LocalAddress.safeParse(address).success;

/** An address does not lead outside: nobody was asked there. */
export class NotOutside extends Error {
  override readonly name = 'NotOutside';
  constructor() {
    super('The address does not lead outside.');
  }
}

/**
 * Reads when another server wants to be asked again (Retry-After, RFC 9110 §10.2.3), as UTC ms: a day from now at most,
 * for what it says is believed no further. Null where it does not say.
 */
export const retryAt = ({ headers }: Response, now: number): number | null => {
  const asked = headers.get('Retry-After');
  if (asked === null) return null;
  const at = /^\d{1,9}$/.test(asked) ? now + Number(asked) * SECOND : Date.parse(asked);
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + DAY);
};

/** Makes what asks other servers: it waits no longer than ten seconds, or than `patience` (ms), and follows them nowhere else. */
export const outgoingOf =
  (env: Env, patience = PATIENCE_MS): Outgoing =>
  async (url, init) => {
    if (!isOutside(env, url)) throw new NotOutside();
    return fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  };

/** Reads the bytes of an answer, of which there may be so many; throws where there are more. */
export const bytesOf = async (
  { body }: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    // Leaving the loop ends the connection.
    if (length > most) throw new Error('The answer is too long.');
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
};

import type { Env } from '../env.ts';
import { hex } from '../hash.ts';

const hmac = { name: 'HMAC', hash: 'SHA-256' };

const hasHashKey = (env: Env): boolean => (env.HASH_KEY ?? '').length >= 32;

/**
 * What is kept of addresses that were erased, in their order: an HMAC with a key of its own, for the key
 * must outlive those that links are signed with. Without the key the list says nothing, and cannot be
 * guessed at; null each where no key is set.
 */
export const addressHashes = async (
  env: Env,
  emails: readonly string[],
): Promise<(string | null)[]> => {
  if (!hasHashKey(env)) return emails.map(() => null);
  const encoder = new TextEncoder();
  const raw = encoder.encode(env.HASH_KEY);
  const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']);
  return Promise.all(
    emails.map(async (email) =>
      hex(new Uint8Array(await crypto.subtle.sign(hmac, key, encoder.encode(email)))),
    ),
  );
};

import type { Env } from '../env.ts';

const hmac = { name: 'HMAC', hash: 'SHA-256' };

export const hasHashKey = (env: Env): boolean => (env.HASH_KEY ?? '').length >= 32;

/**
 * What is kept of an address that was erased: an HMAC with a key of its own, for the key must outlive
 * those that links are signed with. Without the key the list says nothing, and cannot be guessed at.
 */
export const addressHash = async (env: Env, email: string): Promise<string | null> => {
  if (!hasHashKey(env)) return null;
  const encoder = new TextEncoder();
  const raw = encoder.encode(env.HASH_KEY);
  const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']);
  const digest = await crypto.subtle.sign(hmac, key, encoder.encode(email));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

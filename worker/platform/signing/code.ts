import { plainDigits } from '../../contract/tidy.ts';
import type { Env } from '../env.ts';
import { type LinkKey, linkKeys } from './keys.ts';

const hmac = { name: 'HMAC', hash: 'SHA-256' };

const codeBy = async ({ secret }: LinkKey, about: string): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
  const digest = await crypto.subtle.sign(hmac, key, new TextEncoder().encode(`code:${about}`));
  return String(new DataView(digest).getUint32(0) % 1_000_000).padStart(6, '0');
};

/**
 * The six digits for something: made from our key, so that no table holds them, neither plain nor
 * hashed, and an email composed again has the same.
 */
export const codeFor = (env: Env, about: string): Promise<string> =>
  codeBy(linkKeys(env)[0], about);

/** Whether someone wrote those digits. Counting the tries is up to the caller. */
export const isCode = async (env: Env, about: string, written: string): Promise<boolean> => {
  const digits = plainDigits(written).replace(/\D/g, '');
  const codes = await Promise.all(linkKeys(env).map((key) => codeBy(key, about)));
  return codes.includes(digits);
};

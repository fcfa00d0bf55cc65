// Secrets that are kept in the database, such as those of webhooks and connectors: readable with SECRETS_KEY alone.
import { base64url } from 'jose';
import type { Env } from '../env.ts';
import { type LinkKey, secretsKeys } from './keys.ts';

const IV_BYTES = 12;

/** A sealed text could not be opened: its key is gone, or it was sealed for something else. */
export class Unopenable extends Error {
  override readonly name = 'Unopenable';
}

/** Says whether secrets can be kept: `SECRETS_KEY` is set. */
export const canSeal = (env: Env): boolean => secretsKeys(env).length > 0;

const importKey = ({ secret }: LinkKey, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'AES-GCM', false, [use]);

/**
 * Encrypts a text with the newest key (AES-256-GCM), as `key.iv.text`. `about` names what it belongs to and where it
 * stands, such as `webhook/{id}`: sealed for one thing, it opens for no other. Throws where no key is set.
 */
export const seal = async (env: Env, text: string, about: string): Promise<string> => {
  const [newest] = secretsKeys(env);
  if (!newest) throw new Error('SECRETS_KEY holds no key of 32 bytes.');
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const encoder = new TextEncoder();
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(about) },
    await importKey(newest, 'encrypt'),
    encoder.encode(text),
  );
  return [newest.id, base64url.encode(iv), base64url.encode(new Uint8Array(sealed))].join('.');
};

/** Decrypts what `seal` made for the same thing; throws `Unopenable` where that cannot be done. */
export const open = async (env: Env, sealed: string, about: string): Promise<string> => {
  const [id = '', iv = '', text = ''] = sealed.split('.');
  const key = secretsKeys(env).find((each) => each.id === id);
  if (!key) throw new Unopenable();
  try {
    const opened = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: base64url.decode(iv),
        additionalData: new TextEncoder().encode(about),
      },
      await importKey(key, 'decrypt'),
      base64url.decode(text),
    );
    return new TextDecoder().decode(opened);
  } catch {
    throw new Unopenable();
  }
};

/** Waits for something that opens sealed texts; null where one of them cannot be opened. */
export const openedOrNull = async <Opened>(opening: Promise<Opened>): Promise<Opened | null> => {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
};

/** Says whether there are keys beside the newest, so that texts may be sealed with one of those. */
export const isRotating = (env: Env): boolean => secretsKeys(env).length > 1;

/**
 * Encrypts a sealed text with the newest key. Null where it is sealed with that already, and where its own key is gone:
 * then it stays as it is, and opens once that key is back.
 */
export const reseal = async (env: Env, sealed: string, about: string): Promise<string | null> => {
  if (secretsKeys(env)[0]?.id === sealed.split('.')[0]) return null;
  const text = await openedOrNull(open(env, sealed, about));
  return text === null ? null : seal(env, text, about);
};

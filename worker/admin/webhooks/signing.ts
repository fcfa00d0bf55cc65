// Signatures by Standard Webhooks 1.0: `v1` by a secret that both know, `v1a` by a key that only we have.
import { z } from 'zod';
import { privateKeyOf, publicBytesOf } from '../../platform/signing/ed25519.ts';
import { toBase64 } from '../../proof/base64.ts';

const SECRET_BYTES = 32;

/** The keys of a webhook as they are sealed: base64, without the prefixes that the standard gives them. */
const Keys = z.object({ shared: z.string(), own: z.string() });
export type Keys = z.infer<typeof Keys>;

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const randomBase64 = (): string => toBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));

/** Makes the keys of a new webhook, or of one whose keys are rotated. */
export const newKeys = (): Keys => ({ shared: randomBase64(), own: randomBase64() });

export const keysToText = (keys: Keys): string => JSON.stringify(keys);

export const keysFromText = (text: string): Keys => Keys.parse(JSON.parse(text));

/** The secret as its receiver enters it. */
export const secretOf = ({ shared }: Keys): string => `whsec_${shared}`;

const ownKey = ({ own }: Keys): Promise<CryptoKey> => privateKeyOf(fromBase64(own));

/** The public key as its receiver enters it. */
export const publicKeyOf = async (keys: Keys): Promise<string> =>
  `whpk_${toBase64(await publicBytesOf(await ownKey(keys)))}`;

const signBy = async (keys: Keys, content: Uint8Array): Promise<string[]> => {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const shared = await crypto.subtle.importKey('raw', fromBase64(keys.shared), hmac, false, [
    'sign',
  ]);
  const [v1, v1a] = await Promise.all([
    crypto.subtle.sign(hmac, shared, content),
    crypto.subtle.sign('Ed25519', await ownKey(keys), content),
  ]);
  return [`v1,${toBase64(new Uint8Array(v1))}`, `v1a,${toBase64(new Uint8Array(v1a))}`];
};

/**
 * Signs a message for the header `webhook-signature`, with each of some keys: while they are rotated, with the old
 * ones too. `seconds` is when it is sent, in seconds since 1970.
 */
export const signMessage = async (
  keys: readonly Keys[],
  id: string,
  seconds: number,
  body: string,
): Promise<string> => {
  const content = new TextEncoder().encode(`${id}.${seconds}.${body}`);
  return (await Promise.all(keys.map((each) => signBy(each, content)))).flat().join(' ');
};

// Keys of Ed25519 (RFC 8032) out of the 32 bytes in which they are kept.
import { base64url } from 'jose';

/** What comes before the 32 bytes of a private Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/** Makes the private key of 32 bytes. */
export const privateKeyOf = (secret: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', Uint8Array.of(...PKCS8, ...secret), 'Ed25519', true, ['sign']);

/** Returns the 32 bytes of the public key that belongs to a private one. */
export const publicBytesOf = async (key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> => {
  const jwk = await crypto.subtle.exportKey('jwk', key);
  if (jwk instanceof ArrayBuffer || !jwk.x) throw new Error('The key has no public half.');
  return new Uint8Array(base64url.decode(jwk.x));
};

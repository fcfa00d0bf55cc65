// The private key of an app, in the forms that SuperOffice and its tools give it.
import { base64url } from 'jose';
import { fromBase64, toBase64 } from '../../proof/base64.ts';
import { der, tags } from '../../proof/der.ts';
import { ToolError } from '../kit/ask.ts';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** What comes before an RSA key (RFC 8017) to make it one of any kind (RFC 5208): version 0, and its OID. */
const VERSION_AND_OID = Uint8Array.from([
  2, 1, 0, 48, 13, 6, 9, 42, 134, 72, 134, 247, 13, 1, 1, 1, 5, 0,
]);

const wrapped = (own: Uint8Array): Uint8Array<ArrayBuffer> =>
  der(tags.sequence, VERSION_AND_OID, der(tags.octets, own));

const members = {
  n: 'Modulus',
  e: 'Exponent',
  d: 'D',
  p: 'P',
  q: 'Q',
  dp: 'DP',
  dq: 'DQ',
  qi: 'InverseQ',
} as const;

/** Reads a key as .NET writes it: an element for each number, in base64. */
const jwkOf = (xml: string): JsonWebKey => {
  const key: JsonWebKey = { kty: 'RSA' };
  for (const [member, tag] of Object.entries(members)) {
    const [, value = ''] = new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml) ?? [];
    const bytes = fromBase64(value.replace(/\s/g, ''));
    if (!bytes) throw new Error(`There is no ${tag}.`);
    Object.assign(key, { [member]: base64url.encode(bytes) });
  }
  return key;
};

/** Reads a private RSA key to sign with: PEM of either kind, or XML. Throws as for wrong credentials where it is none. */
export const readKey = async (text: string): Promise<CryptoKey> => {
  try {
    if (text.includes('<RSAKeyValue'))
      return await crypto.subtle.importKey('jwk', jwkOf(text), algorithm, false, ['sign']);
    const [, kind, inner = ''] = /-BEGIN (RSA )?PRIVATE KEY-+([^-]+)-/.exec(text) ?? [];
    const bytes = fromBase64(inner.replace(/\s/g, ''));
    if (!bytes || bytes.length === 0) throw new Error('This is no key.');
    const pkcs8 = kind ? wrapped(bytes) : bytes;
    return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  } catch {
    throw new ToolError('credentials', 0);
  }
};

/** Signs a text; the signature is in base64. */
export const signed = async (key: CryptoKey, text: string): Promise<string> => {
  const bytes = await crypto.subtle.sign(algorithm.name, key, new TextEncoder().encode(text));
  return toBase64(new Uint8Array(bytes));
};

// Signatures of timestamps and certificates: RSA (RFC 8017) and ECDSA (RFC 5480), as authorities use them.
import { BadDer, type Der, expectTag, inside, oidOf, readOne, tags } from './der.ts';

/** The hashes that are taken, by their object identifiers. SHA-1 only names a certificate (RFC 2634). */
export const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';

/** The hash that an algorithm of signatures names itself. */
const hashOfSignature: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};

const curves: Readonly<Record<string, { name: string; bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
};

/** Writes the two numbers of an ECDSA signature side by side, as WebCrypto takes them. */
const sideBySide = (signature: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(bytes * 2);
  const numbers = readOne(signature).map((number) => expectTag(number, tags.integer).content);
  if (numbers.length !== 2) throw new BadDer('It is no signature.');
  for (const [index, number] of numbers.entries()) {
    const short = number.slice(number.findIndex((byte) => byte !== 0));
    if (short.length > bytes) throw new BadDer('It is no signature.');
    joined.set(short, (index + 1) * bytes - short.length);
  }
  return joined;
};

/**
 * Says whether a key (SubjectPublicKeyInfo) signed some bytes. `digest` is the hash where the algorithm of the
 * signature names none; what is signed in another way than is known counts as not signed.
 */
export const isSignedWith = async (
  spki: Uint8Array<ArrayBuffer>,
  algorithm: Der,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
  digest?: string,
): Promise<boolean> => {
  const [kind, curve] = inside(readOne(spki)[0]);
  const hash = hashOfSignature[oidOf(inside(algorithm)[0])] ?? digest;
  if (hash === undefined) return false;
  if (oidOf(kind) === RSA) {
    const own = { name: 'RSASSA-PKCS1-v1_5', hash };
    const key = await crypto.subtle.importKey('spki', spki, own, false, ['verify']);
    return crypto.subtle.verify(own, key, signature, signed);
  }
  const known = oidOf(kind) === EC ? curves[oidOf(curve)] : undefined;
  if (!known) return false;
  const own = { name: 'ECDSA', namedCurve: known.name };
  const key = await crypto.subtle.importKey('spki', spki, own, false, ['verify']);
  return crypto.subtle.verify(
    { name: 'ECDSA', hash },
    key,
    sideBySide(signature, known.bytes),
    signed,
  );
};

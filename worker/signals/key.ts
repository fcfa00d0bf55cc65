import { readOne } from '../proof/der.ts';
import { isSignedWith } from '../proof/public-key.ts';

/** Says whether a public key (SubjectPublicKeyInfo) of whatever kind it names signed a text. */
export const isProven = async (
  spki: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  text: string,
  digest: string,
): Promise<boolean> => {
  try {
    const [kind] = readOne(spki);
    const signed = Uint8Array.from(new TextEncoder().encode(text));
    return kind !== undefined && (await isSignedWith(spki, kind, signature, signed, digest));
  } catch {
    // It is no key, or no signature.
    return false;
  }
};

import type { Hash } from './tree.ts';

/** Standard base64 with padding (RFC 4648, section 4), as notes and checkpoints write it. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Reads standard base64; null where it is anything else, also where it could be written in another way. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | null => {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
};

const HASH_BYTES = 32;

/** Reads a SHA-256 hash; null where it is none. */
export const hashIn = (text: string): Hash | null => {
  const bytes = fromBase64(text);
  return bytes?.length === HASH_BYTES ? bytes : null;
};

/** Reads hashes, one a line; null where any line is none. */
export const hashesIn = (lines: readonly string[]): Hash[] | null => {
  const hashes = lines.map(hashIn).filter((hash) => hash !== null);
  return hashes.length === lines.length ? hashes : null;
};

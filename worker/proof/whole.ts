import canonicalize from 'canonicalize';
import type { ProofFile } from '../contract/proof.ts';

/** A proof file before it is signed. */
export type Unsigned = Omit<ProofFile, 'signature'>;

/** The text that the log signs for a proof file as a whole; it can be taken for no checkpoint. */
export const wholeText = async (file: Unsigned): Promise<string> => {
  const bytes = new TextEncoder().encode(canonicalize(file));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${file.format}\n${file.origin}\n${hash}\n`;
};

import canonicalize from 'canonicalize';
import type { ProofFile } from '../contract/proof.ts';
import { sha256 } from '../platform/hash.ts';

/** A proof file before it is signed. */
export type Unsigned = Omit<ProofFile, 'signature'>;

/** The text that the log signs for a proof file as a whole; it can be taken for no checkpoint. */
export const wholeText = async (file: Unsigned): Promise<string> => {
  const hash = await sha256(canonicalize(file) ?? '');
  return `${file.format}\n${file.origin}\n${hash}\n`;
};

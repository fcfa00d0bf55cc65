import { randomHex, sha256 } from '../platform/hash.ts';

/** A salted hash and what opens it. Once the salt is erased the hash says nothing. */
export type Commitment = { sha256: string; salt: string };

/** SHA-256 of `salt:text`. */
export const openedBy = (salt: string, text: string): Promise<string> => sha256(`${salt}:${text}`);

/** Commits to a text that the ledger may not hold itself: an address, a comment. */
export const commit = async (text: string): Promise<Commitment> => {
  const salt = randomHex(16);
  return { sha256: await openedBy(salt, text), salt };
};

// Secrets that we share with those who post to us: how they are compared, and what is signed with them.

const encoder = new TextEncoder();
const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** Says whether a moment is no further away than this, earlier or later. */
export const isWithin = (ms: number, at: number, now: number): boolean =>
  Number.isFinite(at) && Math.abs(now - at) <= ms;

/** Compares two secrets in a time that says nothing of either. */
export const isSame = async (one: string, other: string): Promise<boolean> => {
  const digests = [one, other].map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text)));
  const [mine, theirs] = await Promise.all(digests);
  return mine !== undefined && theirs !== undefined && crypto.subtle.timingSafeEqual(mine, theirs);
};

/** Says whether a text was signed (HMAC-SHA256) with a key; nothing is with an empty one. */
export const isSignedBy = async (
  key: Uint8Array,
  signature: Uint8Array,
  text: string,
): Promise<boolean> => {
  if (key.length === 0) return false;
  const imported = await crypto.subtle.importKey('raw', key, hmac, false, ['verify']);
  return crypto.subtle.verify(hmac, imported, signature, encoder.encode(text));
};

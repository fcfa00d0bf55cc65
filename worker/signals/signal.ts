/**
 * What a provider of email can say of an address:
 * - `complaint`: its owner reported an email as spam.
 * - `unsubscribe`: its owner asked the provider for no more emails.
 * - `bounce`: it refuses emails for good. That is no answer of its owner, and withdraws nothing.
 */
export type Kind = 'complaint' | 'unsubscribe' | 'bounce';

/** What is said of one address. */
export type Signal = {
  /** As the provider writes it. */
  email: string;
  kind: Kind;
  /** When it happened (UTC ms), by the provider's clock; null where it says so by none to rely on. */
  at: number | null;
  /** The provider's own id of it: what comes again with the same one is the same. */
  id: string;
  /** What was unsubscribed from, as the provider names it. Everything, where that is no subscription type of ours. */
  item?: string | undefined;
};

/** What came in one post, once its origin is proven. */
export type Received = {
  signals: readonly Signal[];
  /** How many events came in all. */
  events: number;
  /** What is good for one post only, where the proof of origin does not cover what is said. */
  once?: string;
};

/** What comes of a post whose one event says nothing of the kind. */
export const nothing: Received = { signals: [], events: 1 };

/** Reads a moment as ISO 8601 or in seconds since 1970; null where it is none. */
export const momentOf = (written: string | number | null | undefined): number | null => {
  const at = typeof written === 'number' ? written * 1000 : Date.parse(written ?? '');
  return Number.isFinite(at) ? Math.round(at) : null;
};

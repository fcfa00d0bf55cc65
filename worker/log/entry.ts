import canonicalize from 'canonicalize';
import type { RecordContent } from '../contract/people.ts';
import { type Hash, leafHash } from '../proof/tree.ts';

/** What the log has of a record: its content as RFC 8785 JSON, the very bytes that its own hash is over. */
export const entryOf = (content: RecordContent): Uint8Array =>
  new TextEncoder().encode(canonicalize(content));

export const leafOf = (content: RecordContent): Promise<Hash> => leafHash(entryOf(content));

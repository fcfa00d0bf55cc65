import canonicalize from 'canonicalize';
import type { RecordContent } from '../contract/people.ts';
import { sha256 } from '../platform/hash.ts';

/**
 * When an anonymous submission may write the record. It is decided by the standing, inside the batch:
 * - `asked`: the visitor ticked it. Written, but for a person who had processing restricted
 *   (GDPR art. 18): an unverified form must not lift that.
 * - `unanswered`: shown and left unticked. Written only for a person never asked before.
 * - `told`: a notice was shown. Written, but never over a withdrawal, objection or restriction.
 * - `pending`: ticked on a form that asks for confirmation. As `asked`, but never over a `given`.
 * - `waited`: what became of something pending. Written only while it is.
 * - `chosen`: a person who has proven who they are wants it so. Written unless it stands so already.
 * - `ends`: stops what is given or pending, and says nothing of what is not.
 * - `changed`: a user of the console changes it for one person, the decision or its legal basis.
 * - `kept`: the same for many at once, which never lifts a restriction.
 */
export type Rule =
  | 'asked'
  | 'unanswered'
  | 'told'
  | 'pending'
  | 'waited'
  | 'chosen'
  | 'ends'
  | 'changed'
  | 'kept';

/** A record ready to be written: its content, the content's hash, and when it may be written. */
export type SealedRecord = RecordContent & { sha256: string; rule: Rule };

/** SHA-256 of a record's content as RFC 8785 JSON. */
export const contentHash = (content: RecordContent): Promise<string> =>
  sha256(canonicalize(content) ?? '');

/** Gives a record its hash, made from exactly the content that the ledger will hold. */
export const seal = async (content: RecordContent, rule: Rule): Promise<SealedRecord> => ({
  ...content,
  sha256: await contentHash(content),
  rule,
});

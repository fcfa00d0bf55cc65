import canonicalize from 'canonicalize';
import { v7 } from 'uuid';
import type { RecordContent } from '../contract/people.ts';
import type { Decision } from '../contract/words.ts';
import { sha256 } from '../platform/hash.ts';

/**
 * When a record may be written. It is decided by what stands at that moment, inside the batch:
 * - `ticked`: a visitor ticked it on a form. Never over `restricted` (GDPR art. 18): anyone who fills in a form
 *   has not shown who they are.
 * - `settled`: what became of something pending. Only while it is, or where a notice stood all along; as
 *   `expired` only what its own submission left pending.
 * - `told`: a notice was shown. Only where nothing stands, over an earlier notice, or over what expired: being
 *   told of something is no answer to it.
 * - `first`: left unticked on a form, or said of someone who is registered. Only where nothing stands.
 * - `chosen`: a person who has shown who they are wants it so. Unless it stands so already.
 * - `registered`: a user records it for one person, the decision or its legal basis. Unless it stands so.
 * - `bulk`: a user records it for many. Only where nothing stands, to end a yes, or to change what it rests on.
 * - `basis`: a user sets the legal basis of what holds, for many. A no keeps the ground that it was said on.
 * - `ends`: stops what is given or pending, and says nothing of what is not, nor of another record than the one it names.
 * - `beneath`: stops what a restriction stands over, which else were a yes again once that is lifted.
 * - `resumed`: the restriction stands on over what was stopped beneath it in the same act.
 * - `lifted`: a user lifts a restriction (GDPR art. 18(3)). Only to what lies beneath it.
 * - `undone`: restores what stood before a job wrote its record. Only while that record stands, only what stood
 *   right before it, and no purpose ends of which the person has subscribed to something since.
 * - `orphaned`: stops a subscription whose purpose is no longer a yes.
 */
export const RULES = [
  'ticked',
  'settled',
  'told',
  'first',
  'chosen',
  'registered',
  'bulk',
  'basis',
  'ends',
  'beneath',
  'resumed',
  'lifted',
  'undone',
  'orphaned',
] as const;
export type Rule = (typeof RULES)[number];

/** One decision about someone whom we know. */
export type Choice = {
  purpose?: string;
  subscription?: string;
  decision: Decision;
  legalBasis: string;
  rule: Rule;
  /** The sequence number of the record that it undoes, or that alone it ends. */
  undoes?: number | undefined;
  /** What the person was shown, where it is not what all of the occasion were shown. */
  statement?: string | null;
};

/** A record ready to be written: its content, the content's hash, and when it may be written. */
export type SealedRecord = RecordContent & {
  sha256: string;
  rule: Rule;
  undoes?: number | undefined;
};

/** SHA-256 of a record's content as RFC 8785 JSON. */
export const contentHash = (content: RecordContent): Promise<string> =>
  sha256(canonicalize(content) ?? '');

/** What becomes a record once it has an id and a hash. */
export type Draft = {
  content: Omit<RecordContent, 'id'>;
  rule: Rule;
  undoes?: number | undefined;
};

/**
 * Makes the id that the records of one occasion share but for their positions: a UUIDv7 of its time (UTC ms) that
 * ends in zeros.
 */
export const occasionId = (at = Date.now()): string => `${v7({ msecs: at }).slice(0, -3)}000`;

/** The id of the record at a position of an occasion. */
const recordId = (occasion: string, position: number): string =>
  `${occasion.slice(0, -3)}${position.toString(16).padStart(3, '0')}`;

/** The position in its occasion of the record with an id. */
export const positionOf = (id: string): number => Number.parseInt(id.slice(-3), 16);

/** The id that the records of an occasion share but for their positions, by that of one of them. */
export const baseOf = (id: string): string => `${id.slice(0, -3)}000`;

/** When a record is written among those of its occasion: purposes, then subscriptions, then what follows from either. */
export const stepOf = ({
  purpose,
  rule,
}: {
  purpose?: string | null | undefined;
  rule: Rule;
}): 0 | 1 | 2 => {
  if (rule === 'orphaned' || rule === 'resumed') return 2;
  return purpose ? 0 : 1;
};

/**
 * Gives the records of an occasion their ids, in the order in which they are written, and their hashes, made from
 * exactly the content that the ledger will hold.
 */
export const seal = (occasion: string, drafts: readonly Draft[]): Promise<SealedRecord[]> =>
  Promise.all(
    drafts
      .toSorted(
        (one, other) =>
          stepOf({ purpose: one.content.purpose, rule: one.rule }) -
          stepOf({ purpose: other.content.purpose, rule: other.rule }),
      )
      .map(async ({ content, rule, undoes }, position) => {
        const sealed = { id: recordId(occasion, position), ...content };
        return { ...sealed, sha256: await contentHash(sealed), rule, undoes };
      }),
  );

import type { State } from '../../worker/connectors/kit/rule.ts';

/** What a test does at a tool as its users do, and how it looks there. */
export type FarSide = {
  /** The lists, topics or consents that a mapping may name. */
  targets: readonly string[];
  /** How an address stands; with several contacts, whether any is on. */
  state: (email: string, target: string) => State;
  /** Someone chooses at the tool itself. */
  choose: (email: string, target: string, says: 'yes' | 'no') => void;
  /** Someone wants nothing at all any more, or was blocked; null where a tool has no such thing. */
  block: ((email: string) => void) | null;
  /** The address bounces for good; null where a tool does not say so of a contact. */
  bounce: ((email: string) => void) | null;
  has: (email: string) => boolean;
  /** What only reads, or signs in, by another method than GET, as the log has it. */
  readings: readonly string[];
  /** Whether who has left a list stands on no page of everybody any more. */
  forgetsWhoLeft?: boolean;
};

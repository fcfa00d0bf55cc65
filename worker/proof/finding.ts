/**
 * What is looked at: each file, each record, what was shown and how it looked, the clicks of a double opt-in, the
 * consent receipt, whose signatures there are, and when they were made.
 */
export type Check =
  | 'file'
  | 'whole'
  | 'content'
  | 'sealed'
  | 'included'
  | 'signed'
  | 'key'
  | 'statement'
  | 'look'
  | 'clicks'
  | 'receipt'
  | 'address'
  | 'witness'
  | 'time'
  | 'authority'
  | 'consistent';

/**
 * What came of a check. `unknown` is what is said, but cannot be known from what was given: whose key it is without
 * one to compare it with, whether a later checkpoint begins with an earlier one without the proof of it. `absent`
 * is what nobody said: no witness has signed, no authority was asked for the time.
 */
export type State = 'holds' | 'fails' | 'unknown' | 'absent';

export type Finding = {
  check: Check;
  state: State;
  /** The record that it is about, by its id. */
  record?: string;
  /** Who says it: the name of a witness or an authority. */
  by?: string;
  /** When they say that it was, UTC ms. */
  at?: number;
  /** How large the log was; of two checkpoints, the earlier and the later. */
  size?: number;
  later?: number;
  /** Where the log gives what is missing. */
  url?: string;
};

/** What is known besides the files. */
export type Known = {
  /** The log's public keys as they were got from elsewhere. */
  keys?: readonly string[];
  /** The public keys of witnesses. */
  witnesses?: readonly string[];
  /** The certificates of authorities for timestamps, as PEM. */
  authorities?: readonly string[];
  /** The address that the records are said to be about. */
  address?: string;
};

export const stateOf = (holds: boolean): State => (holds ? 'holds' : 'fails');

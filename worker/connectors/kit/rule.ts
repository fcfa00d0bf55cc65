// The one rule of connected tools: what is written there, what is recorded here, or nothing.
import type * as contract from '../../contract/connections.ts';
import type { Decision } from '../../contract/words.ts';
import { isNo } from '../../ledger/rules.ts';
import { MINUTE, SECOND } from '../../platform/time.ts';

/** So much the clocks of two sides may differ: of what lies so close together, the no counts as the later. */
export const TOLERANCE_MS = 15 * MINUTE;

/** What we know of one person and one item. */
export type Ours = {
  /** What holds here; null where nothing was decided, or all of it was undone. */
  decision: Decision | null;
  /** Since when (UTC ms). */
  since: number;
  /** The person's newest own record, their act or one registered on evidence; null where there is none. */
  own: { says: 'yes' | 'no'; at: number } | null;
};

/**
 * Whether a tool sends someone an item: it does, it does not by a choice, it awaits a confirmation, it says neither.
 * `unasked`: it sends to anyone who has not said no, which is nobody's yes.
 */
export type State = 'on' | 'off' | 'pending' | 'absent' | 'unasked';

/** Says whether a tool sends something as it stands, or will once it is confirmed there. */
export const sends = (read: { state: State } | undefined): boolean =>
  read?.state === 'on' || read?.state === 'unasked' || read?.state === 'pending';

/** How one contact of a tool stands for an item. */
export type Read = {
  state: State;
  /** Since when by the tool's clock (UTC ms); null where it does not say. */
  at: number | null;
  /** The tool sends nothing at all to the contact, which makes the item off: a no that no item's yes lifts. */
  isBlocked: boolean;
};

/** What we noted of that. */
export type Known = Read & {
  /** Since when we know that it stands so (UTC ms, our clock). */
  seenAt: number;
  /** What we wrote there last, be it that no answer came. */
  wrote: 'on' | 'off' | null;
  /** The latest moment (UTC ms, our clock) at which someone can have said no there; null where nobody did. */
  refusedBy: number | null;
};

/** How one contact of a tool stands for an item, beside what we knew of it. */
export type Theirs = Known & {
  /** The tool cannot reach the address: it bounced, or was cleaned or suppressed for that. No no. */
  isUndeliverable: boolean;
};

/** Why two sides that differ are left as they are; what a tool makes of a write is known only after it. */
type Difference = Exclude<contract.Difference, 'refused-by-tool' | 'lifted-there'>;

/** What is to be done about one person and one item. */
export type Verdict = {
  /** What is written at the tool: on for its one contact, off wherever it is on. */
  write: 'on' | 'off' | null;
  /** What is recorded here, on nobody's authority; `decidedAt` is by the tool's clock. */
  record: { decision: 'given' | 'withdrawn'; decidedAt: number | null } | null;
  difference: Difference | null;
};

/**
 * Notes what was read of a contact. It is news unless it stands as it was noted, and an off that is news is none of
 * ours, even where we wrote one: the answer to that may be lost, but a no must not be. It was said before we saw it,
 * and, where the tool says when, not long after that.
 */
export const see = (known: Known | undefined, read: Read, now: number): Known => {
  const { state, at, isBlocked } = read;
  if (known && known.state === state && known.at === at && known.isBlocked === isBlocked)
    return known;
  // A tool that counts whole seconds stamps two nos of one second alike.
  const saidBy = at === null ? now : Math.min(now, at + TOLERANCE_MS) + SECOND;
  const { wrote = null, refusedBy = null } = known ?? {};
  return state === 'off'
    ? { state, at, isBlocked, seenAt: now, wrote: null, refusedBy: saidBy }
    : { state, at, isBlocked, seenAt: now, wrote, refusedBy };
};

/**
 * Notes what a contact says after we wrote there: an off of ours is nobody's no. One that stands where we wrote on is:
 * someone was faster.
 */
export const seeWritten = (
  known: Known | undefined,
  read: Read,
  wrote: 'on' | 'off',
  now: number,
): Known => {
  const { state, at, isBlocked } = read;
  if (wrote === 'on' && state === 'off') return see(known, read, now);
  return { state, at, isBlocked, seenAt: now, wrote, refusedBy: known?.refusedBy ?? null };
};

const nothing: Verdict = { write: null, record: null, difference: null };
const off: Verdict = { write: 'off', record: null, difference: null };
const differs = (difference: Difference): Verdict => ({ write: null, record: null, difference });

const isOwnWrite = ({ state, wrote }: Theirs): boolean =>
  (state === 'unasked' ? 'on' : state) === wrote;

/** Whether someone said no there, and the person no yes here since. What others say of them is no answer. */
export const isRefusedThere = (
  { own }: Pick<Ours, 'own'>,
  { refusedBy }: Pick<Known, 'refusedBy'>,
): boolean => refusedBy !== null && !(own?.says === 'yes' && own.at > refusedBy);

/** What becomes of a yes here that the tool does not have. */
const raise = ({ own }: Ours, theirs: Theirs, isShared: boolean): Verdict => {
  if (own?.says !== 'yes') return differs('yes-not-given');
  if (theirs.isBlocked) return differs('blocked-there');
  if (theirs.isUndeliverable) return differs('undeliverable');
  if (isShared) return differs('shared-address');
  return { write: 'on', record: null, difference: null };
};

/** What becomes of a yes there that is none here: what our write rested on is undone, or only the tool says it. */
const takeIn = ({ decision }: Ours, theirs: Theirs, isShared: boolean): Verdict => {
  if (isOwnWrite(theirs)) return off;
  if (decision !== null || theirs.state === 'unasked') return differs('unconfirmed');
  if (isShared) return differs('shared-address');
  return { write: null, record: { decision: 'given', decidedAt: theirs.at }, difference: null };
};

/** Of several contacts with one address, the one that counts. */
export const rank: Record<State, number> = { on: 0, unasked: 1, pending: 2, off: 3, absent: 4 };
const countsMost = (one: Theirs, other: Theirs): number =>
  rank[one.state] - rank[other.state] || Number(isOwnWrite(one)) - Number(isOwnWrite(other));

const unknown: Theirs = {
  state: 'absent',
  at: null,
  isBlocked: false,
  isUndeliverable: false,
  seenAt: 0,
  wrote: null,
  refusedBy: null,
};

/** What a no that was said at the tool does: a yes and a notice here end, what was asked for since waits on. */
const refuse = (ours: Ours, refused: Theirs, isSending: boolean): Verdict => {
  const waits = ours.decision === 'pending' && ours.since > (refused.refusedBy ?? 0);
  const decidedAt = refused.state === 'off' ? refused.at : null;
  return {
    write: isSending ? 'off' : null,
    record: waits ? null : { decision: 'withdrawn', decidedAt },
    difference: null,
  };
};

/**
 * Decides about one person and one item, of all contacts that a tool has with their address. An opt-out wins
 * whichever side it happened on; a yes goes out only if what holds here is a yes that the person gave, later than
 * any no known there; a yes that only the tool knows comes in on nobody's authority, and never over a no; what we
 * wrote there is no news. With several contacts a no is that of everyone at the address, and a yes nobody's.
 */
export const rule = (ours: Ours, contacts: readonly Theirs[]): Verdict => {
  const { decision, own } = ours;
  const isSending = contacts.some(sends);
  if (own?.says === 'no' || (decision !== null && isNo(decision))) return isSending ? off : nothing;
  const refused = contacts
    .filter((each) => isRefusedThere(ours, each))
    .toSorted((one, other) => (other.refusedBy ?? 0) - (one.refusedBy ?? 0))[0];
  if (refused) return refuse(ours, refused, isSending);
  const isShared = contacts.length > 1;
  const theirs = contacts.toSorted(countsMost)[0] ?? unknown;
  const isOn = theirs.state === 'on' || theirs.state === 'unasked';
  // What is sent to anyone who says nothing is turned into the yes that the person gave.
  const isSaid = theirs.state === 'on' || (isOn && own?.says !== 'yes');
  if (decision === 'given') return isSaid ? nothing : raise(ours, theirs, isShared);
  return isOn ? takeIn(ours, theirs, isShared) : nothing;
};

// What is to be done about one person, of all their items and contacts.
import type { Counted, Difference, Mapped } from '../contract/connections.ts';
import type { Changes, Contact } from './kit/connector.ts';
import {
  isRefusedThere,
  type Ours,
  rule,
  see,
  sends,
  type Theirs,
  type Verdict,
} from './kit/rule.ts';
import type { KnownContact, OurPerson } from './ours.ts';

/** Someone whom we know nothing of. */
const unheard: Ours = { decision: null, since: 0, own: null };

/** Someone who was erased: they are to be left alone, there too. */
const erased: Ours = { decision: 'withdrawn', since: 0, own: null };

/** Of someone who is only there, and is not taken in. */
const leave: Verdict = { write: null, record: null, difference: null };

/** What is recorded here of one item; `decidedAt` is by the tool's clock. */
export type Recorded = { item: string; decision: 'given' | 'withdrawn'; decidedAt: number | null };

/** What is written to one contact, of which items, and since when (UTC ms) the person says so. */
export type Write = { contact: Contact | null; changes: Changes; items: string[]; since: number };

/** What is to be done about one person. `contact` is null where they are yet to be added. */
export type Plan = {
  email: string;
  /** Null where nobody here has the address. */
  person: OurPerson | null;
  contacts: KnownContact[];
  records: Recorded[];
  writes: Write[];
  counts: { item: string; what: Counted | Difference }[];
};

/** What items are at a tool, and whether a removal there is a no. */
export type Planning = { mapping: readonly Mapped[]; removalIsNo: boolean };

/** Notes how each target of a contact stands now. */
const noted = (
  contact: Contact,
  known: KnownContact | undefined,
  { mapping, removalIsNo }: Planning,
  now: number,
): KnownContact => ({
  ...contact,
  targets: Object.fromEntries(
    mapping.flatMap(({ target }) => {
      const read = contact.targets.get(target);
      if (!read) return [];
      const before = known?.targets[target];
      const isRemoved = before?.state === 'on' && read.state === 'absent';
      const isNo = removalIsNo && isRemoved && !contact.isUndeliverable;
      return [[target, see(before, isNo ? { ...read, state: 'off' } : read, now)]];
    }),
  ),
});

/** What is written to each contact so that an item is on or off at the tool. */
const changesOf = (
  { item, target }: Mapped,
  to: 'on' | 'off',
  contacts: readonly KnownContact[],
): { id: string | null; item: string; target: string; to: 'on' | 'off' }[] => {
  if (to === 'on') {
    const own = contacts.find(({ targets }) => targets[target]);
    return [{ id: own?.id ?? null, item, target, to }];
  }
  return contacts
    .filter(({ targets }) => sends(targets[target]))
    .map(({ id }) => ({ id, item, target, to }));
};

type Change = ReturnType<typeof changesOf>[number];

/** What is written to each contact of some changes. */
const writesOf = (changes: readonly Change[], found: readonly Contact[], since: number): Write[] =>
  [...Map.groupBy(changes, ({ id }) => id)].map(([id, some]) => ({
    contact: found.find((contact) => contact.id === id) ?? null,
    changes: new Map(some.map(({ target, to }) => [target, to])),
    items: some.map(({ item }) => item),
    since,
  }));

/** What is written where someone had another address before: nobody at that one consented. */
const leftBehind = (behind: readonly KnownContact[], mapping: readonly Mapped[]): Write[] =>
  behind
    .map(({ targets, ...contact }) => {
      const on = mapping.filter(({ target }) => sends(targets[target]));
      return {
        contact: { ...contact, targets: new Map(Object.entries(targets)) },
        changes: new Map(on.map(({ target }) => [target, 'off' as const])),
        items: on.map(({ item }) => item),
        since: 0,
      };
    })
    .filter(({ items }) => items.length > 0);

const countsOf = (item: string, { write, record, difference }: Verdict): Plan['counts'] => [
  ...(write ? [{ item, what: `${write}-there` } as const] : []),
  ...(record
    ? [{ item, what: record.decision === 'given' ? 'yes-here' : 'no-here' } as const]
    : []),
  ...(difference ? [{ item, what: difference }] : []),
];

/**
 * Whom a plan is made for: a person here, or an address that only the tool knows: of someone who was erased here, who
 * is to be taken in, or who is none of ours.
 */
export type Whose = {
  email: string;
  person: OurPerson | null;
  stranger: 'erased' | 'taken-in' | 'left' | null;
  /** Contacts of theirs that were found at an address that they had before. */
  behind: readonly Contact[];
};

/** Says whether someone said no at an address that they had before, unless it is our own write there. */
const refusesBehind = (
  ours: Ours,
  known: KnownContact,
  before: readonly KnownContact[],
  target: string,
) => {
  const now = known.targets[target];
  const wrote = before.find(({ id }) => id === known.id)?.targets[target]?.wrote;
  return now?.state === 'off' && wrote !== 'off' && isRefusedThere(ours, now);
};

/** Plans what becomes of one person: by the rule, item by item. */
export const planOf = (
  { email, person, stranger, behind }: Whose,
  found: readonly Contact[],
  planning: Planning,
  now: number,
): Plan => {
  const { mapping } = planning;
  const known = person?.known ?? [];
  const note = (contact: Contact) =>
    noted(
      contact,
      known.find(({ id }) => id === contact.id),
      planning,
      now,
    );
  const [contacts, before] = [found.map(note), behind.map(note)];
  const decided = mapping.map(({ item, target }) => {
    const ours = person?.items.get(item) ?? (stranger === 'erased' ? erased : unheard);
    const said = before.filter((one) => refusesBehind(ours, one, known, target));
    const theirs = [...contacts, ...said].flatMap(({ targets, isUndeliverable }): Theirs[] => {
      const own = targets[target];
      return own ? [{ ...own, isUndeliverable }] : [];
    });
    const verdict = stranger === 'left' ? leave : rule(ours, theirs);
    return { item, target, ours, verdict };
  });
  const changes = decided.flatMap(({ item, target, verdict: { write } }) =>
    write ? changesOf({ item, target }, write, contacts) : [],
  );
  const to = (wanted: 'on' | 'off') => changes.filter((change) => change.to === wanted);
  const isSeen = ({ id }: KnownContact) => [...found, ...behind].some((one) => one.id === id);
  const unseen = known.filter((one) => !isSeen(one));
  const since = Math.max(0, ...decided.map(({ ours }) => ours.own?.at ?? 0));
  return {
    email,
    person,
    contacts: [...contacts, ...before, ...unseen.filter((one) => one.email !== email)],
    records: decided.flatMap(({ item, verdict: { record } }) =>
      record ? [{ item, ...record }] : [],
    ),
    // A no goes out first, and alone: what the tool thinks of a yes is never in its way.
    writes: [
      ...writesOf(to('off'), found, since),
      ...(person?.hasMoved ? leftBehind([...before, ...unseen], mapping) : []),
      ...writesOf(to('on'), found, since),
    ],
    counts: decided.flatMap(({ item, verdict }) => countsOf(item, verdict)),
  };
};

// Writes to a tool what was planned, and notes what came of it.
import { AskedEnough, ToolError } from './kit/ask.ts';
import type { Changes, Contact, Tool } from './kit/connector.ts';
import { see, seeWritten } from './kit/rule.ts';
import type { Opened } from './open.ts';
import type { KnownContact } from './ours.ts';
import type { Plan, Write } from './plan.ts';

/** The tool that is written to, when (UTC ms), and how often it may still be asked. */
type Writing = { opened: Pick<Opened, 'tool' | 'connector' | 'left'>; now: number };

/** Notes what is about to be written to each contact, so that no answer of it is ever news. */
export const intended = (plan: Plan): Plan => ({
  ...plan,
  contacts: plan.contacts.map((known) => {
    const own = plan.writes.filter(({ contact }) => contact?.id === known.id);
    const changes = new Map(own.flatMap((write) => [...write.changes]));
    const targets = Object.entries(known.targets).map(([target, one]) => [
      target,
      { ...one, wrote: changes.get(target) ?? one.wrote },
    ]);
    return { ...known, targets: Object.fromEntries(targets) };
  }),
});

/** Notes a contact as it is after it was written to. */
const written = (
  contact: Contact,
  changes: Changes,
  before: KnownContact | undefined,
  now: number,
): KnownContact => ({
  ...contact,
  targets: Object.fromEntries(
    [...contact.targets].map(([target, read]) => {
      const [to, stood] = [changes.get(target), before?.targets[target]];
      return [target, to ? seeWritten(stood, read, to, now) : see(stood, read, now)];
    }),
  ),
});

const known = (contacts: readonly KnownContact[], { id }: Contact): KnownContact | undefined =>
  contacts.find((each) => each.id === id);

const replaced = (contacts: readonly KnownContact[], one: KnownContact): KnownContact[] => [
  ...contacts.filter(({ id }) => id !== one.id),
  one,
];

/** What of some changes is yet to be written to a contact that was added just now. */
const undone = ({ targets, isUndeliverable }: Contact, changes: Changes): Changes =>
  new Map(
    [...changes].filter(([target]) => !isUndeliverable && targets.get(target)?.state === 'absent'),
  );

/** What is written to someone who is added: an off that stands there now is ours too, nobody has said it. */
const withOffs = ({ targets }: Contact, changes: Changes): Changes => {
  const offs = [...targets].filter(([, { state, isBlocked }]) => state === 'off' && !isBlocked);
  return new Map([...offs.map(([target]) => [target, 'off'] as const), ...changes]);
};

/** Writes what a plan says to one contact, or adds it; `note` hears of each step, for the next may fail. */
const write = async (
  tool: Tool,
  { email }: Plan,
  { contact, changes, since }: Write,
  note: (contact: Contact, changes: Changes) => void,
): Promise<void> => {
  if (contact) {
    note(await tool.change(contact, changes, since), changes);
    return;
  }
  const added = await tool.add({ email, since }, changes);
  for (const one of added) note(one, withOffs(one, changes));
  for (const one of added) {
    const rest = undone(one, changes);
    if (rest.size > 0) note(await tool.change(one, rest, since), rest);
  }
};

/** Parts a write that was refused as a whole: the tool may refuse one thing of it alone. */
const apart = ({ contact, changes, items, since }: Write): Write[] =>
  [...changes].map((change, at) => ({
    contact,
    changes: new Map([change]),
    items: items.slice(at, at + 1),
    since,
  }));

/** Writes to the tool what a plan says; notes what came of each, what the tool refuses, and where it failed. */
const carryOut = async (
  { opened: { tool }, now }: Writing,
  plan: Plan,
): Promise<{ plan: Plan; failure: unknown }> => {
  let { contacts, counts } = plan;
  const waiting = [...plan.writes];
  for (let each = waiting.shift(); each; each = waiting.shift()) {
    const { items, changes: wanted } = each;
    try {
      await write(tool, plan, each, ({ lifted = [], ...one }, changes) => {
        contacts = replaced(contacts, written(one, changes, known(contacts, one), now));
        const again = items.filter((_, at) => lifted.includes([...wanted.keys()][at] ?? ''));
        counts = [...counts, ...again.map((item) => ({ item, what: 'lifted-there' as const }))];
      });
    } catch (failure) {
      if (!(failure instanceof ToolError && failure.kind === 'refused'))
        return { plan: { ...plan, contacts, counts }, failure };
      if (wanted.size > 1) waiting.unshift(...apart(each));
      else
        counts = [...counts, ...items.map((item) => ({ item, what: 'refused-by-tool' as const }))];
    }
  }
  return { plan: { ...plan, contacts, counts }, failure: null };
};

/** Carries out plans one by one, until one fails; hands on what was done. */
export const carryOutAll = async (
  writing: Writing,
  plans: readonly Plan[],
): Promise<{ done: Plan[]; failure: unknown }> => {
  const done: Plan[] = [];
  const { left, connector } = writing.opened;
  for (const each of plans) {
    if (left() < (connector.takes ?? 1)) return { done, failure: new AskedEnough() };
    const { plan, failure } = await carryOut(writing, each);
    done.push(plan);
    if (failure !== null) return { done, failure };
  }
  return { done, failure: null };
};

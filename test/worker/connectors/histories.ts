import {
  type Known,
  type Ours,
  type Read,
  rule,
  type State,
  see,
  seeWritten,
  sends,
  TOLERANCE_MS,
} from '../../../worker/connectors/kit/rule.ts';
import type { Decision } from '../../../worker/contract/words.ts';
import { type Random, seeded } from '../../fuzz/random.ts';

const MINUTE = 60_000;

/** What someone decided, wherever that was, in the order of true time. */
type Act = { at: number; where: 'here' | Contact; says: 'yes' | 'no' };

type Contact = Read & { isUndeliverable: boolean };

/**
 * One person and one item on two sides, with time of its own: the ledger here, a tool there whose clock may be
 * wrong and which may tell no times, and what a connector noted of it.
 */
type World = {
  random: Random;
  now: number;
  acts: Act[];
  here: { decision: Decision; at: number; isOwn: boolean }[];
  there: Contact[];
  known: (Known | undefined)[];
  skew: number;
  tellsTimes: boolean;
  /** When the tool was read last. */
  readAt: number;
  log: string[];
};

const stamp = ({ now, skew, tellsTimes }: World): number | null => (tellsTimes ? now + skew : null);

const oursOf = ({ here }: World): Ours => {
  const last = here.at(-1);
  const own = here.findLast(({ isOwn, decision }) => isOwn && decision !== 'pending');
  return {
    decision: last?.decision ?? null,
    since: last?.at ?? 0,
    own: own ? { says: own.decision === 'given' ? 'yes' : 'no', at: own.at } : null,
  };
};

/** The person's newest own record anywhere, by true time. */
const newestOwn = ({ acts }: World): Act | undefined => acts.at(-1);

const refusesYes = ({ here }: World): boolean =>
  ['withdrawn', 'refused', 'expired'].includes(here.at(-1)?.decision ?? '');

/** Decides here, as the ledger's own rule lets it: only the person raises a no. */
const decide = (world: World, decision: Decision, isOwn: boolean): void => {
  if (decision === 'given' && !isOwn && (refusesYes(world) || world.here.length > 0)) return;
  world.here.push({ decision, at: world.now, isOwn });
};

const actHere = (world: World): void => {
  const { random, now } = world;
  const [decision, isOwn] = random.pick<[Decision, boolean]>([
    ['given', true],
    ['given', true],
    ['withdrawn', true],
    ['withdrawn', true],
    ['refused', true],
    ['given', false],
    ['expired', false],
    ['pending', true],
    ['informed', false],
  ]);
  if (decision === 'informed' && world.here.length > 0) return;
  if (decision === 'pending' && world.here.at(-1)?.decision === 'given') return;
  decide(world, decision, isOwn);
  if (isOwn && decision !== 'pending')
    world.acts.push({ at: now, where: 'here', says: decision === 'given' ? 'yes' : 'no' });
  world.log.push(`${now} here ${decision} ${isOwn ? 'own' : ''}`);
};

const actThere = (world: World): void => {
  const { random, now, there } = world;
  if (there.length === 0)
    there.push({ state: 'absent', at: null, isUndeliverable: false, isBlocked: false });
  const contact = random.pick(there);
  const state: State = random.pick<State>(['on', 'off', 'off']);
  // A tool that tells no times records nothing of someone who chooses what stands already.
  const records = contact.state !== state || world.tellsTimes;
  contact.state = state;
  contact.at = stamp(world);
  if (records) world.acts.push({ at: now, where: contact, says: state === 'on' ? 'yes' : 'no' });
  world.log.push(`${now} there ${state}`);
};

/** A bulk upload, a bounce, a block, or a second person with the same address: nobody's own act. */
const happenThere = (world: World): void => {
  const { random, there, now } = world;
  const [contact] = there;
  switch (random.below(4)) {
    case 0:
      if (there.length < 2)
        there.push({
          state: random.pick<State>(['on', 'absent', 'pending', 'unasked']),
          at: stamp(world),
          isUndeliverable: false,
          isBlocked: false,
        });
      break;
    case 1:
      if (contact) contact.isUndeliverable = random.chance(0.5);
      break;
    case 2:
      if (contact) {
        contact.state = 'on';
        contact.at = stamp(world);
        // What the tool itself has written over before anyone read it is recorded nowhere.
        world.acts = world.acts.filter(({ at, where }) => where === 'here' || at <= world.readAt);
      }
      break;
    default:
      if (contact) {
        const records = !contact.isBlocked || world.tellsTimes;
        contact.isBlocked = true;
        contact.state = 'off';
        contact.at = stamp(world);
        if (records) world.acts.push({ at: now, where: contact, says: 'no' });
      }
  }
  world.log.push(`${now} there ${JSON.stringify(there)}`);
};

const read = ({ state, at, isBlocked }: Contact): Read => ({ state, at, isBlocked });

/** How a write comes to nothing, or seems to. */
type Fault = 'none' | 'refused' | 'answer-lost' | 'killed';

const write = (world: World, wanted: 'on' | 'off', fault: Fault): void => {
  if (world.there.length === 0)
    world.there.push({ state: 'absent', at: null, isUndeliverable: false, isBlocked: false });
  world.there.forEach((contact, at) => {
    if (wanted === 'off' && !sends(contact)) return;
    // It is noted that we are about to write, then it is written, then what came of it is noted.
    const before = world.known[at] ?? see(undefined, read(contact), world.now);
    world.known[at] = { ...before, wrote: wanted };
    if (fault === 'refused') return;
    contact.state = wanted;
    contact.at = stamp(world);
    if (fault !== 'none') return;
    world.known[at] = seeWritten(world.known[at], read(contact), wanted, world.now);
  });
  world.log.push(`${world.now} wrote ${wanted} ${fault}`);
};

/** A tool that tells no times has no record of someone who went back to what was read of them last. */
const forgetUnseen = (world: World): void => {
  const asRead = world.there.filter(({ state }, at) => {
    const known = world.known[at];
    return known ? known.state === state : state !== 'off';
  });
  world.acts = world.acts.filter(
    ({ at, where }) => where === 'here' || at <= world.readAt || !asRead.includes(where),
  );
};

/** Does what a connector does for one person: reads, decides, records, writes. */
const sync = (world: World, fault: Fault): void => {
  if (!world.tellsTimes) forgetUnseen(world);
  world.readAt = world.now;
  world.there.forEach((contact, at) => {
    world.known[at] = see(world.known[at], contact, world.now);
  });
  const contacts = world.there.flatMap((contact, at) => {
    const known = world.known[at];
    return known ? [{ ...known, isUndeliverable: contact.isUndeliverable }] : [];
  });
  const verdict = rule(oursOf(world), contacts);
  world.log.push(`${world.now} ${JSON.stringify(verdict)}`);
  if (verdict.record)
    decide(world, verdict.record.decision, verdict.record.decision === 'withdrawn');
  if (fault === 'killed') return;
  if (verdict.write) write(world, verdict.write, fault);
};

const isOn = ({ there }: World): boolean =>
  there.some(({ state }) => state === 'on' || state === 'unasked');

const failed = (world: World, why: string): never => {
  throw new Error(`${why}\n${world.log.join('\n')}`);
};

/** Runs one short history; throws where an item is raised against the person's no, or two sides part unnoticed. */
export const runHistory = (seed: number): void => {
  const random = seeded(seed);
  const world: World = {
    random,
    now: 1_000_000_000,
    acts: [],
    here: [],
    there: [],
    known: [],
    skew: Math.round((random.next() * 2 - 1) * TOLERANCE_MS),
    tellsTimes: random.chance(0.7),
    readAt: 0,
    log: [`seed ${seed}`],
  };
  const steps = 4 + random.below(10);
  for (let step = 0; step < steps; step++) {
    world.now += 1 + random.below(random.chance(0.5) ? 3 * MINUTE : 120 * MINUTE);
    const choice = random.below(10);
    if (choice < 3) actHere(world);
    else if (choice < 5) actThere(world);
    else if (choice < 6) happenThere(world);
    else {
      const wasOn = isOn(world);
      const fault = random.pick<Fault>([
        'none',
        'none',
        'none',
        'refused',
        'answer-lost',
        'killed',
      ]);
      for (let again = random.pick([1, 1, 2]); again > 0; again--) sync(world, fault);
      if (!wasOn && isOn(world) && newestOwn(world)?.says === 'no')
        failed(world, 'A no became a yes there.');
    }
  }
  world.now += MINUTE;
  for (let quiet = 0; quiet < 3; quiet++) sync(world, 'none');
  if (isOn(world) && newestOwn(world)?.says === 'no') failed(world, 'It is on there against a no.');
  const { decision, own } = oursOf(world);
  if (decision === 'given' && newestOwn(world)?.says === 'no' && own?.says === 'yes')
    failed(world, 'It is on here against a no.');
  const contacts = world.there.flatMap((contact, at) => {
    const known = world.known[at];
    return known ? [{ ...known, ...contact }] : [];
  });
  const verdict = rule(oursOf(world), contacts);
  if (verdict.write || verdict.record) failed(world, 'There is no end to it.');
  const agrees = (decision === 'given') === isOn(world);
  if (!agrees && !verdict.difference) failed(world, 'They differ, and nothing says so.');
};

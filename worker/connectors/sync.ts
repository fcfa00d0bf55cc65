// Brings people here and at a tool to agree: reads both, decides by the rule, records, then writes.
import { type Difference, isDifference } from '../contract/connections.ts';
import { readWholeLists } from '../lists/whole.ts';
import { addPeople } from '../people/add.ts';
import { markBounced } from '../people/bounces.ts';
import { suppressedAmong } from '../people/suppression.ts';
import { audit } from '../platform/audit.ts';
import { inParts } from '../platform/bound.ts';
import type { Caller } from '../platform/caller.ts';
import { normaliseEmail } from '../platform/email.ts';
import { addressHashes } from '../platform/signing/address-hash.ts';
import { type Left, leftAfter, leftBefore, leftDry } from './again.ts';
import type { Contact } from './kit/connector.ts';
import { type Noted, noteContacts } from './notes.ts';
import type { Opened } from './open.ts';
import { type OurPerson, readOurs, type Whom } from './ours.ts';
import { type Plan, planOf } from './plan.ts';
import { knownOf, newcomersOf, recordAll, type Taking } from './record.ts';
import { carryOutAll, intended } from './writing.ts';

/** Makes the statements by which people who were added here are told of it (GDPR art. 14). */
export type Notify = (people: readonly string[]) => Promise<D1PreparedStatement[]>;

/**
 * What people are brought to agree with, and what is done about it: nothing, as in a dry run; opt-outs alone are
 * written there, and nothing is recorded here, as beyond the limit; or all of it.
 */
export type Syncing = {
  caller: Pick<Caller, 'env' | 'db' | 'now'>;
  opened: Opened;
  notify: Notify;
  does: 'nothing' | 'opt-outs' | 'all';
};

const isBouncing = ({ isUndeliverable }: { isUndeliverable: boolean }): boolean => isUndeliverable;

const isBouncingAt =
  (address: string) =>
  (contact: { email: string; isUndeliverable: boolean }): boolean =>
    isBouncing(contact) && normaliseEmail(contact.email) === address;

/** Addresses that are undeliverable at the tool, which is news. No decision is made of it. */
const bouncesOf = (plans: readonly Plan[]): { person: string; email: string }[] =>
  plans.flatMap(({ person, contacts }) =>
    person && contacts.some(isBouncingAt(person.email)) && !person.known.some(isBouncing)
      ? [{ person: person.id, email: person.email }]
      : [],
  );

const differencesOf = ({ counts }: Plan): Record<string, Difference> => {
  const differences: Record<string, Difference> = {};
  for (const { item, what } of counts) if (isDifference(what)) differences[item] = what;
  return differences;
};

/** What is noted of plans, also of those who are taken in under a new id, and what of them is left to do. */
const notedOf = (
  plans: readonly Plan[],
  newcomers: readonly Taking[],
  leftOf: (plan: Plan) => Left,
): Noted[] => {
  const ids = new Map(newcomers.map(({ email, id }) => [email, id]));
  return plans.flatMap((plan) => {
    const person = plan.person?.id ?? ids.get(plan.email);
    const { contacts } = plan;
    const differences = differencesOf(plan);
    if (!person) return [];
    const { isAgain, isDone } = leftOf(plan);
    return [{ person, contacts, differences, isAgain, isDone }];
  });
};

/** Of addresses that nobody here has, those of people who were erased. */
export const erasedAmong = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  emails: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (emails.length === 0) return new Set();
  const hashes = await addressHashes(env, emails);
  const suppressed = await suppressedAmong(db, hashes);
  return new Set(emails.filter((_, at) => suppressed.has(hashes[at] ?? '')));
};

/** Whether a contact is someone's at an address that they had before. */
const isFormer = ({ known, former }: OurPerson, { id, email }: Contact): boolean =>
  known.some((one) => one.id === id) || former.includes(normaliseEmail(email) ?? '');

/** Plans what becomes of each person and of each address that only the tool has. */
const plansOf = async (
  { caller, opened: { kept, connector } }: Syncing,
  people: readonly OurPerson[],
  found: readonly Contact[],
): Promise<Plan[]> => {
  const { now } = caller;
  const planning = { mapping: kept.mapping, removalIsNo: connector.removalIsNo };
  const known = new Set(people.map(({ email }) => email));
  const isAt = ({ email }: Contact): boolean => known.has(normaliseEmail(email) ?? '');
  const behindOf = (person: OurPerson): Contact[] =>
    person.hasMoved ? found.filter((one) => !isAt(one) && isFormer(person, one)) : [];
  const behind = new Set(people.flatMap(behindOf));
  const present = found.filter((one) => !behind.has(one));
  const byEmail = Map.groupBy(present, ({ email }) => normaliseEmail(email) ?? '');
  const strangers = [...byEmail.keys()].filter((email) => email !== '' && !known.has(email));
  const erased = await erasedAmong(caller, strangers);
  return [
    ...people.map((person) => {
      const { email } = person;
      const whose = { email, person, stranger: null, behind: behindOf(person) };
      return planOf(whose, byEmail.get(email) ?? [], planning, now);
    }),
    ...strangers.map((email) =>
      planOf(
        {
          email,
          person: null,
          stranger: erased.has(email) ? 'erased' : kept.takesIn === null ? 'left' : 'taken-in',
          behind: [],
        },
        byEmail.get(email) ?? [],
        planning,
        now,
      ),
    ),
  ];
};

/** Makes the statements that record what the tools say, and add who is taken in. */
const recording = async (
  { caller, opened: { kept }, notify }: Syncing,
  plans: readonly Plan[],
  newcomers: readonly Taking[],
): Promise<D1PreparedStatement[]> => {
  const taking: Taking[] = [...knownOf(plans), ...newcomers];
  if (taking.length === 0) return [];
  const lists = await readWholeLists(caller.db);
  const ids = newcomers.map(({ id }) => id);
  return [
    ...(newcomers.length > 0 ? [await addPeople(caller, newcomers)] : []),
    ...(await recordAll(caller, kept.id, taking, lists)),
    ...(ids.length > 0 ? await notify(ids) : []),
  ];
};

/** Records that an opt-out was lifted by what we wrote and put back, for nobody to find out by chance. */
const auditLifted = (
  { caller: { db, now }, opened: { kept } }: Syncing,
  plans: readonly Plan[],
): D1PreparedStatement[] =>
  plans.flatMap(({ person, counts }) =>
    counts
      .filter(({ what }) => what === 'lifted-there')
      .map(({ item }) =>
        audit(
          { db, now, actor: 'system' },
          {
            act: 'connection.lifted-opt-out',
            object: `connection/${kept.id}`,
            after: { person: person?.id ?? null, item },
          },
        ),
      ),
  );

/** What of a plan is done beyond the limit. */
const optOutsOf = (plan: Plan): Plan => ({
  ...plan,
  records: [],
  writes: plan.writes.filter(({ changes }) => [...changes.values()].every((to) => to === 'off')),
});

/** Plans what is done about some people; of what differs otherwise only the counts are left. */
const doneOf = async (
  syncing: Syncing,
  { people, found }: Both,
  isBeyond: (plans: readonly Plan[]) => boolean,
): Promise<Plan[]> => {
  const planned = await plansOf(syncing, people, found);
  if (syncing.does === 'nothing') return planned;
  const isHeld = syncing.does === 'opt-outs' || isBeyond(planned);
  return (isHeld ? planned.map(optOutsOf) : planned).map(intended);
};

/** What is done behind some people that were brought to agree, and whether that would be beyond the limit. */
type Step = {
  last?: (plans: readonly Plan[]) => readonly D1PreparedStatement[];
  isBeyond?: (plans: readonly Plan[]) => boolean;
};

/** People here, and who was found of them at the tool. */
type Both = { people: readonly OurPerson[]; found: readonly Contact[] };

/**
 * Brings some people to agree with what was found of them at the tool, and strangers there with us. What is recorded
 * here and what is about to be written there is noted before, what came of it behind, together with `last`, which is
 * not written where the tool fails midway: then it is begun again from there.
 */
export const synchronise = async (
  syncing: Syncing,
  both: Both,
  { last = () => [], isBeyond = () => false }: Step = {},
): Promise<void> => {
  const { caller, opened, does } = syncing;
  const isDry = does === 'nothing';
  const { db, now } = caller;
  const { number } = opened.kept;
  const plans = await doneOf(syncing, both, isBeyond);
  const newcomers = isDry ? [] : newcomersOf(plans, opened.kept.takesIn);
  const writing = isDry ? [] : plans.filter(({ writes }) => writes.length > 0);
  const bounces = isDry ? [] : bouncesOf(plans);
  const note = (some: readonly Plan[], leftOf: (plan: Plan) => Left) =>
    noteContacts(db, number, notedOf(some, newcomers, leftOf), now);
  const first = [
    ...(isDry ? [] : await recording(syncing, plans, newcomers)),
    ...(bounces.length > 0 ? [markBounced(db, bounces, now)] : []),
    note(plans, (plan) => (isDry ? leftDry(plan) : leftBefore(plan, now))),
  ];
  if (writing.length === 0) {
    await db.batch([...first, ...last(plans)]);
    return;
  }
  await db.batch(first);
  const { done, failure } = await carryOutAll({ opened, now }, writing);
  const carried = [...plans.filter((plan) => !writing.includes(plan)), ...done];
  await db.batch([
    note(done, (plan) => leftAfter(plan, failure !== null && plan === done.at(-1))),
    ...auditLifted(syncing, done),
    ...(failure === null ? last(carried) : []),
  ]);
  if (failure !== null) throw failure;
};

/** Adds contacts to those that were found, each once. */
export const withContacts = ({ people, found }: Both, more: readonly Contact[]): Both => ({
  people,
  found: [...found, ...more.filter(({ id }) => !found.some((one) => one.id === id))],
});

/** Adds what the tool has of people at addresses that they had before. */
export const withFormer = async (
  { opened: { tool, connector } }: Syncing,
  both: Both,
): Promise<Both> => {
  const emails = [...new Set(both.people.flatMap(({ former }) => former))];
  const more: Contact[] = [];
  for (const part of inParts(emails, connector.batch)) more.push(...(await tool.find(part)));
  return withContacts(both, more);
};

/** Reads people at the tool by their addresses, and then here, by those unless told otherwise: of both what is newest. */
export const readBoth = async (
  syncing: Syncing,
  emails: readonly string[],
  whom: Whom = { emails },
): Promise<Both> => {
  if (emails.length === 0) return { people: [], found: [] };
  const {
    caller: { db },
    opened: { kept, tool },
  } = syncing;
  const found = await tool.find(emails);
  return withFormer(syncing, { people: await readOurs(db, kept, whom), found });
};

import type { Person } from '../../contract/people.ts';
import { isYes } from '../../ledger/rules.ts';
import { underFor } from '../../ledger/under.ts';
import { type Entry, readWholeLists, type WholeLists } from '../../lists/whole.ts';
import { endConsents, type Stands, subscribedTo } from '../../people/ending.ts';
import { readPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { writeAndRead } from '../../platform/gather.ts';
import { type ReadLink, readLink } from '../../platform/signing/link.ts';

/** How a subscription was ended; it is the record's source. */
export type Way = 'e-mail' | 'preference-centre';

/** A link that is ours: whose it is, which subscription type it ends, and the lists that this is one of. */
export type Leaving = {
  person: Person;
  type: Pick<Entry<'subscription-types'>, 'key' | 'texts'>;
  lists: WholeLists;
};

/** How we reach the database, and when. */
type At = Pick<Caller, 'db' | 'now'>;

/** An unsubscribe link that is ours, however old. */
export type OurLink = Pick<Exclude<ReadLink, { state: 'bad' }>, 'subject' | 'item'>;

/** Reads an unsubscribe link; null where it is not ours. An old one works too: unsubscribing must never be hard. */
export const ourLink = async (
  { env }: Pick<Caller, 'env'>,
  token: string,
): Promise<OurLink | null> => {
  const link = await readLink(env, token, 'unsubscribe');
  return link.state === 'bad' ? null : link;
};

/**
 * Finds whom a link is about, in one round trip; null where they were erased since. It also works for a type that
 * is no longer active or no longer there.
 */
export const leavingBy = async (
  { db }: Pick<Caller, 'db'>,
  { subject, item: key = '' }: OurLink,
): Promise<Leaving | null> => {
  const [person, lists] = await Promise.all([readPerson(db, subject), readWholeLists(db)]);
  const type = lists['subscription-types'].find((each) => each.key === key) ?? { key, texts: {} };
  return person && { person, type, lists };
};

/** Tells whether a person gets what the link is about, and whether they get anything. */
export const gets = ({ person, type, lists }: Leaving): { this: boolean; anything: boolean } => {
  const yes = subscribedTo(person.standings, lists).filter(({ decision }) => isYes(decision));
  return {
    this: yes.some(({ subscription }) => subscription === type.key),
    anything: yes.length > 0,
  };
};

/** Withdraws some of what a person has agreed to, and reads in the same round trip how they stand then. */
const withdraw = async (
  { db, now }: At,
  leaving: Leaving,
  standings: readonly Stands[],
  source: Way,
): Promise<Leaving> => {
  const { person, lists } = leaving;
  const statements = await endConsents(
    db,
    [{ ...person, standings }],
    { decision: 'withdrawn', source, actor: 'person' },
    now,
    underFor(lists['subscription-types'], person.standings),
  );
  if (statements.length === 0) return leaving;
  const after = await writeAndRead(db, statements, (trip) => readPerson(trip, person.id));
  return { ...leaving, person: after ?? person };
};

/** Ends the one subscription that the link is about. Done twice, it is recorded once. */
export const stopOne = (at: At, leaving: Leaving, source: Way): Promise<Leaving> => {
  const { person, type } = leaving;
  const own = person.standings.filter(({ subscription }) => subscription === type.key);
  return withdraw(at, leaving, own, source);
};

/** Unsubscribes a person from everything. */
export const stopAll = (at: At, leaving: Leaving, source: Way): Promise<Leaving> =>
  withdraw(at, leaving, subscribedTo(leaving.person.standings, leaving.lists), source);

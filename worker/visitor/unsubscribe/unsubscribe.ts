import type { Person } from '../../contract/people.ts';
import { isYes } from '../../ledger/rules.ts';
import { type Entry, readWholeLists } from '../../lists/whole.ts';
import { endConsents, subscribedTo } from '../../people/ending.ts';
import { readPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { readLink } from '../../platform/signing/link.ts';

/** How a subscription was ended; it is the record's source. */
export type Way = 'e-mail' | 'preference-centre';

/** A link that is ours: whose it is, and which subscription type it ends. */
export type Leaving = {
  person: Person;
  type: Pick<Entry<'subscription-types'>, 'key' | 'texts'>;
};

/**
 * Finds whom an unsubscribe link is about. An old one works too, also for a type that is no longer active or
 * no longer there: unsubscribing must never be hard.
 */
export const leavingBy = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<Leaving | null> => {
  const link = await readLink(env, token, 'unsubscribe');
  if (link.state === 'bad') return null;
  const [person, lists] = await Promise.all([readPerson(db, link.subject), readWholeLists(db)]);
  const { item: key = '' } = link;
  const type = lists['subscription-types'].find((each) => each.key === key) ?? { key, texts: {} };
  return person && key ? { person, type } : null;
};

/** Tells whether a link is ours although nobody is found by it: its person was erased since. */
export const isOfErased = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<boolean> => {
  const link = await readLink(env, token, 'unsubscribe');
  return link.state !== 'bad' && (await readPerson(db, link.subject)) === null;
};

/** Reads whether a person still gets what the link is about, and whether they get anything. */
export const stillGets = async (
  { db }: Pick<Caller, 'db'>,
  { person: { id }, type }: Leaving,
): Promise<{ this: boolean; anything: boolean }> => {
  const [person, lists] = await Promise.all([readPerson(db, id), readWholeLists(db)]);
  const yes = subscribedTo(person?.standings ?? [], lists).filter(({ decision }) =>
    isYes(decision),
  );
  return {
    this: yes.some(({ subscription }) => subscription === type.key),
    anything: yes.length > 0,
  };
};

/** Ends the one subscription that the link is about. Done twice, it is recorded once. */
export const stopOne = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  { person, type }: Leaving,
  source: Way,
): Promise<void> => {
  const standings = person.standings.filter(({ subscription }) => subscription === type.key);
  const cause = { decision: 'withdrawn', source, actor: 'person' } as const;
  const statements = await endConsents(db, [{ ...person, standings }], cause, now);
  if (statements.length > 0) await db.batch(statements);
};

/** Unsubscribes a person from everything. */
export const stopAll = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  person: Person,
  source: Way,
): Promise<void> => {
  const standings = subscribedTo(person.standings, await readWholeLists(db));
  const cause = { decision: 'withdrawn', source, actor: 'person' } as const;
  const statements = await endConsents(db, [{ ...person, standings }], cause, now);
  if (statements.length > 0) await db.batch(statements);
};

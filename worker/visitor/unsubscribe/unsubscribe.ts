import { type Choice, decide } from '../../ledger/decide.ts';
import type { Authority } from '../../ledger/rules.ts';
import { type Entry, readWholeLists } from '../../lists/whole.ts';
import { readPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { readLink } from '../../platform/signing/link.ts';

/** How a subscription was ended; it is the record's source. */
export type Way = 'e-mail' | 'preference-centre';

type Leaver = { id: string; email: string; locale: string };

/** A link that is ours: whose it is, and which subscription type it ends. */
export type Leaving = { person: Leaver; type: Entry<'subscription-types'> };

/**
 * Finds whom an unsubscribe link is about. An old one works too, also for a type that is no longer active:
 * unsubscribing must never be hard.
 */
export const leavingBy = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<Leaving | null> => {
  const link = await readLink(env, token, 'unsubscribe');
  if (link.state === 'bad') return null;
  const [person, lists] = await Promise.all([readPerson(db, link.subject), readWholeLists(db)]);
  const type = lists['subscription-types'].find(({ key }) => key === link.item);
  return person && type ? { person, type } : null;
};

const ends = (kind: 'purpose' | 'subscription', key: string): Choice => ({
  [kind]: key,
  decision: 'withdrawn',
  legalBasis: '61A',
  rule: 'ends',
});

/** Ends the one subscription that the link is about. Done twice, it is recorded once. */
export const stopOne = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  { person, type }: Leaving,
  source: Way,
): Promise<void> => {
  const occasion = {
    person,
    source,
    actor: 'person',
    authority: 'person' as const,
    statement: null,
    page: null,
  };
  await db.batch(await decide(db, occasion, [ends('subscription', type.key)], now));
};

/**
 * Makes the statements that end every subscription of a person and withdraw every purpose that is asked for or
 * has any, for one batch; also what is no longer active.
 */
export const endAll = async (
  { db, actor, now }: Pick<Caller, 'db' | 'actor' | 'now'>,
  person: Leaver,
  { source, authority }: { source: Way; authority: Authority },
): Promise<D1PreparedStatement[]> => {
  const { purposes, 'subscription-types': types } = await readWholeLists(db);
  const withTypes = new Set(types.map(({ purpose }) => purpose));
  const choices = [
    ...purposes
      .filter(({ key, explicit }) => explicit || withTypes.has(key))
      .map(({ key }) => ends('purpose', key)),
    ...types.map(({ key }) => ends('subscription', key)),
  ];
  const occasion = { person, source, actor, authority, statement: null, page: null };
  return decide(db, occasion, choices, now);
};

/** Ends all that `endAll` names. */
export const stopAll = async (
  caller: Pick<Caller, 'db' | 'actor' | 'now'>,
  person: Leaver,
  occasion: { source: Way; authority: Authority },
): Promise<void> => {
  await caller.db.batch(await endAll(caller, person, occasion));
};

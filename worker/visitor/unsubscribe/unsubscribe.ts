import { type Choice, decide } from '../../ledger/decide.ts';
import { readLists, type SubscriptionType } from '../../lists/store.ts';
import { readPerson } from '../../people/store.ts';
import type { Env } from '../../platform/env.ts';
import { readLink } from '../../platform/signing/link.ts';

/** How a letter's subscription was ended; it is the record's source. */
export type Way = 'e-mail' | 'preference-centre';

/** A link that is ours: whose it is, and which subscription type it ends. */
export type Leaving = {
  person: { id: string; email: string; locale: string };
  type: SubscriptionType;
  types: readonly SubscriptionType[];
};

/** Whom an unsubscribe link is about. An old one works too: leaving must never be hard. */
export const leavingBy = async (env: Env, token: string): Promise<Leaving | null> => {
  const link = await readLink(env, token, 'unsubscribe');
  if (link.state === 'bad') return null;
  const [person, lists] = await Promise.all([readPerson(env.DB, link.subject), readLists(env.DB)]);
  const type = lists.subscriptionTypes.get(link.item ?? '');
  return person && type ? { person, type, types: [...lists.subscriptionTypes.values()] } : null;
};

const ends = (kind: 'purpose' | 'subscription', key: string): Choice => ({
  [kind]: key,
  decision: 'withdrawn',
  legalBasis: '61A',
  rule: 'ends',
});

/** Ends the one subscription that the link is about. Done twice, it is recorded once. */
export const stopOne = async (env: Env, { person, type }: Leaving, source: Way): Promise<void> => {
  const occasion = { person, source, actor: 'person', statement: null, page: null };
  await env.DB.batch(await decide(env.DB, occasion, [ends('subscription', type.key)], Date.now()));
};

/** Ends every subscription, and withdraws the purposes that they came under, in one batch. */
export const stopAll = async (
  env: Env,
  { person, types }: Pick<Leaving, 'person' | 'types'>,
  { source, actor }: { source: Way; actor: string },
): Promise<void> => {
  const choices = [
    ...[...new Set(types.map(({ purpose }) => purpose))].map((key) => ends('purpose', key)),
    ...types.map(({ key }) => ends('subscription', key)),
  ];
  const occasion = { person, source, actor, statement: null, page: null };
  await env.DB.batch(await decide(env.DB, occasion, choices, Date.now()));
};

// The one way in which what a person has consented to ends, no matter who asks for it.
import type { Standing } from '../contract/people.ts';
import type { Decision } from '../contract/words.ts';
import { decideOf, type Known, type Occasion, type Own } from '../ledger/decide.ts';
import type { Choice, Rule } from '../ledger/record.ts';
import { isYes } from '../ledger/rules.ts';
import type { Under } from '../ledger/under.ts';
import type { WholeLists } from '../lists/whole.ts';
import type { Database } from '../platform/database.ts';

/**
 * What is recorded where a consent ends. Restriction and objection also hold for what was a no or a notice,
 * for they outlast it; the other two end a yes, and say nothing of anything else.
 */
export type Ending = 'withdrawn' | 'expired' | 'objected' | 'restricted';

const rules: Record<Ending, Rule> = {
  withdrawn: 'ends',
  expired: 'ends',
  objected: 'chosen',
  restricted: 'chosen',
};

/** How one purpose or subscription type stands, as far as an ending asks; `only` is the one record to be ended. */
export type Stands = Pick<Standing, 'purpose' | 'subscription' | 'decision' | 'legalBasis'> & {
  only?: number | undefined;
};

/** A person, with what is to end of all that stands for them, and what is said of it for them alone. */
export type Leaving = Known & { standings: readonly Stands[]; own?: Own };

/** Why it ends, and who ended it. */
export type Cause = Pick<Occasion, 'source' | 'actor' | 'comment' | 'countedAs' | 'condition'> & {
  decision: Ending;
};

/** Whether something ends: what is a yes, or may be one beneath a restriction, which the ledger looks up. */
const isEnded = (stands: Decision, decision: Ending): boolean =>
  rules[decision] !== 'ends' ||
  isYes(stands) ||
  (decision === 'withdrawn' && stands === 'restricted');

/** Makes the choices that end what stands, active in the lists or not, each on its own legal basis. */
export const endingsOf = (standings: readonly Stands[], decision: Ending): Choice[] =>
  standings
    .filter((standing) => isEnded(standing.decision, decision))
    .map(({ purpose, subscription, legalBasis, only }) => ({
      purpose,
      subscription,
      decision,
      legalBasis,
      rule: rules[decision],
      undoes: only,
    }));

/**
 * Makes the statements that end what stands for some people, for one batch; none where nothing ends. What is
 * under the purposes is read, unless it is `known` already.
 */
export const endConsents = async (
  db: Database,
  people: readonly Leaving[],
  { decision, source, actor, comment, countedAs, condition }: Cause,
  now: number,
  known?: Under,
): Promise<D1PreparedStatement[]> => {
  const ending = people
    .map((person) => ({
      person,
      choices: endingsOf(person.standings, decision),
      own: person.own,
    }))
    .filter(({ choices }) => choices.length > 0);
  if (ending.length === 0) return [];
  // An ending raises nothing to a yes, so that it needs nobody's authority.
  const occasion: Occasion = {
    source,
    actor,
    authority: 'none',
    statement: null,
    page: null,
    comment,
    countedAs,
    condition,
  };
  return decideOf(db, ending, occasion, now, known);
};

/** Those of GDPR art. 6(1) to whose use nobody objects (art. 21(1)): a contract, a duty by law, a life to be saved. */
const beyondObjection: readonly string[] = ['61B', '61C', '61D'];

/**
 * Says whether a person may object to a purpose on a legal basis. What has subscription types is direct
 * marketing, to which anyone may (art. 21(2)).
 */
export const mayObject = (legalBasis: string, hasTypes: boolean): boolean =>
  hasTypes || !beyondObjection.includes(legalBasis);

/** Picks what ends when a person objects to everything that they may object to. */
export const openToObjection = (
  standings: readonly Stands[],
  { 'subscription-types': types }: Pick<WholeLists, 'subscription-types'>,
): Stands[] =>
  standings.filter(
    ({ purpose, legalBasis, decision }) =>
      purpose === undefined ||
      decision !== 'informed' ||
      mayObject(
        legalBasis,
        types.some((type) => type.purpose === purpose),
      ),
  );

/**
 * Picks what unsubscribing from everything ends: each subscription, each consent, and what a person was told
 * of that has subscriptions. What else rests on another ground, such as a contract, goes on.
 */
export const subscribedTo = (
  standings: readonly Stands[],
  lists: Pick<WholeLists, 'purposes' | 'subscription-types'>,
): Stands[] => {
  const withTypes = new Set(lists['subscription-types'].map(({ purpose }) => purpose));
  const others = new Set(
    lists.purposes
      .filter(({ key, explicit }) => !explicit && !withTypes.has(key))
      .map(({ key }) => key),
  );
  return standings.filter(
    ({ purpose, decision }) =>
      purpose === undefined || decision !== 'informed' || !others.has(purpose),
  );
};

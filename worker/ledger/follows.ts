// What follows from what someone decides: a purpose takes its subscriptions along, and a restriction stands on.
import type { Database } from '../platform/database.ts';
import type { Choice } from './record.ts';
import { isYes } from './rules.ts';
import { readUnder, type Under } from './under.ts';

/** What is decided about one person. */
type Deciding = { person: { id: string }; choices: readonly Choice[] };

const endedBy = (choices: readonly Choice[]): string[] =>
  choices.flatMap(({ purpose, decision }) => (purpose && !isYes(decision) ? [purpose] : []));

/** The subscriptions that a person's own choices leave under purposes that may end. */
const orphansOf = ({ person, choices }: Deciding, { types, basisOf }: Under): Choice[] =>
  choices.flatMap(({ purpose, decision, legalBasis }) =>
    isYes(decision)
      ? []
      : types
          .filter((type) => type.purpose === purpose)
          .filter(
            ({ key }) => !choices.some((own) => own.subscription === key && !isYes(own.decision)),
          )
          .map(({ key }) => ({
            subscription: key,
            decision,
            legalBasis: basisOf(person.id, key) ?? legalBasis,
            rule: 'orphaned',
          })),
  );

/** Whether a choice stops what holds: by the person, by what a provider reports of them, or by a file or bulk update. */
const isEnding = ({ rule, decision }: Choice): boolean =>
  rule === 'ends' || (rule === 'bulk' && !isYes(decision));

/** What stops while its use is restricted: it is a no once that is lifted, and the restriction stands on until then. */
const beneathOf = (
  { person, choices }: Deciding,
  orphans: readonly Choice[],
  { isRestricted }: Under,
): Choice[] => {
  const ends = choices.filter(isEnding);
  if (ends.length === 0) return [];
  return [...ends, ...orphans]
    .filter((choice) => isRestricted(person.id, choice))
    .flatMap(({ purpose, subscription, decision, legalBasis }): Choice[] => {
      const item = purpose ? { purpose } : { subscription };
      return [
        { ...item, decision, legalBasis, rule: 'beneath' },
        { ...item, decision: 'restricted', legalBasis, rule: 'resumed' },
      ];
    });
};

/**
 * Adds to every purpose that may end the subscriptions under it, so that none revives with it later, and to what ends
 * whatever lies beneath a restriction of it.
 */
export const withWhatFollows = async <Each extends Deciding>(
  db: Database,
  people: readonly Each[],
  known: Under | undefined,
): Promise<readonly Each[]> => {
  const ending = people.filter(
    ({ choices }) => endedBy(choices).length > 0 || choices.some(isEnding),
  );
  if (ending.length === 0) return people;
  const purposes = new Set(ending.flatMap(({ choices }) => endedBy(choices)));
  const ids = ending.map(({ person }) => person.id);
  const under = known ?? (await readUnder(db, [...purposes], ids));
  return people.map((each) => {
    const orphans = orphansOf(each, under);
    return { ...each, choices: [...each.choices, ...orphans, ...beneathOf(each, orphans, under)] };
  });
};

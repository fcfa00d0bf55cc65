// Records what only a tool knows, on nobody's authority.
import { type Deciding, decideOf, type Occasion } from '../ledger/decide.ts';
import type { Choice } from '../ledger/record.ts';
import { type WholeLists, yesTo } from '../lists/whole.ts';
import type { Caller } from '../platform/caller.ts';
import type { Plan, Recorded } from './plan.ts';

/** Where a record of a tool says it comes from, and who it names: the connection, by its id. */
const SOURCE = 'api';
export const actorOf = (connection: string): string => `api:${connection}`;

/** Someone of whom a tool knows what we do not. */
export type Taking = { id: string; email: string; locale: string; records: readonly Recorded[] };

const basisOf = ({ purposes }: WholeLists, purpose: string | undefined): string =>
  purposes.find(({ key }) => key === purpose)?.legalBasis ?? '61A';

/** What a tool says of one item. A subscription is a yes only under its purpose, which then is one too. */
const choicesOf = (lists: WholeLists, { item, decision }: Recorded): Choice[] => {
  const [kind, key = ''] = item.split(':');
  const rule = 'bulk';
  if (kind === 'purpose') {
    const said = decision === 'given' ? yesTo(lists, key) : decision;
    return [{ purpose: key, decision: said, legalBasis: basisOf(lists, key), rule }];
  }
  const above = lists['subscription-types'].find((type) => type.key === key)?.purpose;
  const legalBasis = basisOf(lists, above);
  const own: Choice = { subscription: key, decision, legalBasis, rule };
  return decision === 'given' && above
    ? [{ purpose: above, decision: yesTo(lists, above), legalBasis, rule }, own]
    : [own];
};

/**
 * What was said of a person at one time is one occasion. No clock of theirs is ahead of ours. A purpose that several
 * subscriptions are under is decided once.
 */
const decidingOf = (
  { id, email, locale, records }: Taking,
  lists: WholeLists,
  now: number,
): Deciding[] => {
  const decided = new Set<string>();
  const isFirst = ({ purpose }: Choice): boolean => {
    if (purpose === undefined) return true;
    const isNew = !decided.has(purpose);
    decided.add(purpose);
    return isNew;
  };
  return [...Map.groupBy(records, ({ decidedAt }) => decidedAt)].map(([decidedAt, some]) => ({
    person: { id, email, locale },
    choices: some.flatMap((each) => choicesOf(lists, each)).filter(isFirst),
    own: decidedAt === null ? {} : { decidedAt: Math.min(decidedAt, now) },
  }));
};

const occasionOf = (connection: string, countedAs: 'own' | 'import'): Occasion => ({
  source: SOURCE,
  actor: actorOf(connection),
  authority: 'none',
  statement: null,
  page: null,
  countedAs,
});

/**
 * Makes the statements that record what a tool says: a no is the person's own, a yes only what the tool says. The
 * ledger's rules decide what of it is written.
 */
export const recordAll = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  connection: string,
  taking: readonly Taking[],
  lists: WholeLists,
): Promise<D1PreparedStatement[]> => {
  const of = (decision: 'given' | 'withdrawn'): Deciding[] =>
    taking
      .map((each) => ({
        ...each,
        records: each.records.filter((record) => record.decision === decision),
      }))
      .filter(({ records }) => records.length > 0)
      .flatMap((each) => decidingOf(each, lists, now));
  const [noes, yeses] = [of('withdrawn'), of('given')];
  return [
    ...(noes.length > 0 ? await decideOf(db, noes, occasionOf(connection, 'own'), now) : []),
    ...(yeses.length > 0 ? await decideOf(db, yeses, occasionOf(connection, 'import'), now) : []),
  ];
};

/** Who is taken in of those whom only the tool knows, under a new id. */
export const newcomersOf = (plans: readonly Plan[], locale: string | null): Taking[] =>
  locale === null
    ? []
    : plans
        .filter(({ person, records }) => person === null && records.length > 0)
        .map(({ email, records }) => ({ id: crypto.randomUUID(), email, locale, records }));

/** What is recorded of those who are known here already. */
export const knownOf = (plans: readonly Plan[]): Taking[] =>
  plans.flatMap(({ person, records }) =>
    person && records.length > 0
      ? [{ id: person.id, email: person.email, locale: person.locale, records }]
      : [],
  );

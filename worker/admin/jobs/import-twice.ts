// Rows of a file about the same person.
import type { WholeLists } from '../../lists/whole.ts';
import type { Registrant } from '../people/register.ts';

/** A row that can be imported. */
export type GoodRow = { number: number; person: Registrant };

const saysNo = ({ refused }: Registrant): boolean =>
  refused !== undefined && refused.purposes.length + refused.subscriptions.length > 0;

const union = (some: readonly string[] = [], others: readonly string[] = []): string[] => [
  ...new Set([...some, ...others]),
];

/** Adds to a row what another one about the same person refuses: that ends what the first agrees to. */
const withNo = (first: Registrant, { refused, own }: Registrant, lists: WholeLists): Registrant => {
  const purposes = union(first.refused?.purposes, refused?.purposes);
  const subscriptions = union(first.refused?.subscriptions, refused?.subscriptions);
  const isUnder = (key: string): boolean =>
    lists['subscription-types'].some((type) => type.key === key && purposes.includes(type.purpose));
  return {
    ...first,
    purposes: first.purposes.filter((key) => !purposes.includes(key)),
    subscriptions: first.subscriptions.filter(
      (key) => !subscriptions.includes(key) && !isUnder(key),
    ),
    refused: { purposes, subscriptions },
    own,
  };
};

/** Leaves of a row only what it refuses. */
const noAlone = (row: Registrant, lists: WholeLists): Registrant =>
  withNo(
    { email: row.email, locale: row.locale, fields: {}, purposes: [], subscriptions: [] },
    row,
    lists,
  );

/**
 * Joins rows about the same person: the first one counts, and of the others what they refuse, for no opt-out is lost.
 * `seen` are those whom earlier rows were about, by their addresses.
 */
export const joinRows = (
  rows: readonly (GoodRow & { email: string })[],
  seen: Set<string>,
  lists: WholeLists,
): { good: GoodRow[]; twice: number[] } => {
  const good = new Map<string, GoodRow>();
  const twice: number[] = [];
  for (const { number, person, email } of rows) {
    const first = good.get(email);
    if (!seen.has(email)) good.set(email, { number, person });
    else {
      twice.push(number);
      if (saysNo(person))
        good.set(email, {
          number: first?.number ?? number,
          person: first ? withNo(first.person, person, lists) : noAlone(person, lists),
        });
    }
    seen.add(email);
  }
  return { good: [...good.values()], twice };
};

import type { Stated } from '../contract/proof.ts';

/** Which purpose or subscription type something is about. */
export type Item = { purpose: string | null; subscription: string | null };

/** Puts together what is about the same purpose or subscription type, in the order that it came in. */
export const byItem = <Each extends Item>(all: readonly Each[]): [Each, ...Each[]][] => {
  const items = new Map<string, [Each, ...Each[]]>();
  for (const each of all) {
    const item = `${each.purpose ?? ''}/${each.subscription ?? ''}`;
    const known = items.get(item);
    if (known) known.push(each);
    else items.set(item, [each]);
  }
  return [...items.values()];
};

/** Finds the purpose that something is for: its own, or that of its subscription type. */
export const purposeOf = (
  { purpose, subscription }: Item,
  { subscriptions }: Pick<Stated, 'subscriptions'>,
): string | undefined => purpose ?? subscriptions.find(({ key }) => key === subscription)?.purpose;

import type { Change, Pause, Preferences } from '../../worker/contract/preferences.ts';
import { isOn } from '../../worker/contract/standing.ts';

/** How many months a subscription can be paused. */
export const months = [1, 3, 6] as const;

/** A purpose that is objected to by its button, or allowed again. */
export type Acted = { purpose: string; on: boolean };

/** The changes between what is shown and what is ticked. */
const changesOf = (
  { purposes }: Preferences,
  ticked: (name: string) => boolean,
  acted?: Acted,
): Change[] =>
  purposes.flatMap((shown) => {
    const { key, change, record, subscriptions } = shown;
    const kept = acted?.purpose === key ? acted.on : isOn(shown);
    const on = change === 'consent' ? ticked(`purposes.${key}`) : kept;
    const own = on === isOn(shown) ? [] : [{ purpose: key, on, seen: record }];
    // What came under a purpose ends with it.
    if (!on) return own;
    return [
      ...own,
      ...subscriptions.flatMap((each) => {
        const isTicked = ticked(`subscriptions.${each.key}`);
        return isTicked === isOn(each)
          ? []
          : [{ subscription: each.key, on: isTicked, seen: each.record }];
      }),
    ];
  });

const lengths = [0, ...months] as const;

/** The pauses that were chosen, by the values of their controls. */
const pausesOf = ({ purposes }: Preferences, chosen: (name: string) => unknown): Pause[] =>
  purposes
    .flatMap(({ subscriptions }) => subscriptions)
    .flatMap(({ key }) => {
      const value = chosen(`pause.${key}`);
      const length = lengths.find((n) => String(n) === value);
      return length === undefined ? [] : [{ subscription: key, months: length }];
    });

/** Returns what the visitor wants changed, from the form in a tree. */
export const wantedIn = (root: ParentNode, view: Preferences, acted?: Acted) => {
  const posted = new FormData(root.querySelector<HTMLFormElement>('.choices') ?? undefined);
  return {
    changes: changesOf(view, (name) => posted.has(name), acted),
    pauses: pausesOf(view, (name) => posted.get(name)),
  };
};

import type { Change, Pause, Preferences } from '../../worker/contract/preferences.ts';
import { isOn } from '../../worker/contract/standing.ts';

/** How many months a subscription can be paused. */
export const months = [1, 3, 6] as const;

/** The changes between what is shown and what is ticked. */
const changesOf = ({ purposes }: Preferences, ticked: (name: string) => boolean): Change[] =>
  purposes.flatMap((shown) => {
    const on = ticked(`purposes.${shown.key}`);
    const own = on === isOn(shown) ? [] : [{ purpose: shown.key, on, seen: shown.record }];
    // What came under a purpose ends with it.
    if (!on && shown.change === 'consent') return own;
    return [
      ...own,
      ...shown.subscriptions.flatMap((each) => {
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

/** Returns what the visitor wants changed, from the form in a tree; `everything` switches all off. */
export const wantedIn = (root: ParentNode, view: Preferences, everything = false) => {
  const posted = new FormData(root.querySelector<HTMLFormElement>('.choices') ?? undefined);
  return {
    changes: changesOf(view, (name) => !everything && posted.has(name)),
    pauses: pausesOf(view, (name) => posted.get(name)),
  };
};

import type { PurposeAsked } from '../worker/contract/form.ts';
import { bareAddress, tidy } from '../worker/contract/tidy.ts';
import type { Answers } from '../worker/contract/visibility.ts';
import type { Answered } from './events.ts';

/** A control that has a name and a value. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Tidies what was typed or pasted into a text field, once it is left or sent. */
export const tidyControl = ({ target }: Event): void => {
  const control = target as Control;
  if (/^te/.test(control.type)) control.value = tidy(control.value);
  if (control.type === 'email') control.value = bareAddress(control.value);
};

/** The values of named controls: of boxes and radio buttons those that are ticked. */
export type Values = Record<string, string[]>;

/** The controls of ours in a tree; their names have a dot: `fields.email`, `purposes.e-marketing`. */
export const controlsIn = (root: ParentNode): Control[] => [
  ...root.querySelectorAll<Control>('[name*="."]'),
];

export const readValues = (root: ParentNode): Values => {
  const values: Values = {};
  for (const control of controlsIn(root)) {
    values[control.name] ??= [];
    const ticked =
      !/^(radio|checkbox)$/.test(control.type) || (control as HTMLInputElement).checked;
    if (ticked && control.value) values[control.name]?.push(control.value);
  }
  return values;
};

/** Of each purpose in view that is agreed to without anything to receive under it, the first box. */
export const unchosen = (root: ParentNode): NodeListOf<HTMLInputElement> =>
  root.querySelectorAll(
    ':not([hidden])>.purpose:has(>.box :checked) :not(:has(:checked))>legend+label>input',
  );

/** The decision on each purpose asked, and on the subscription types of those consented to. */
export const readDecisions = (
  values: Values,
  purposes: readonly PurposeAsked[],
): Pick<Answered, 'purposes' | 'subscriptions'> => {
  const decided: Pick<Answered, 'purposes' | 'subscriptions'> = { purposes: {}, subscriptions: {} };
  for (const { key, asks, subscriptions } of purposes) {
    if (!asks) continue;
    const isGiven = !!values[`purposes.${key}`]?.[0];
    decided.purposes[key] = isGiven;
    if (!isGiven) continue;
    // The only one is what the purpose is about: a yes to the one is a yes to the other.
    for (const { key } of subscriptions)
      decided.subscriptions[key] = !subscriptions[1] || !!values[`subscriptions.${key}`]?.[0];
  }
  return decided;
};

/** What is entered in the fields, by field key: what conditions look at. */
export const fieldAnswers = (values: Values): Answers =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith('fields.') ? [[name.slice(7), value]] : [],
    ),
  );

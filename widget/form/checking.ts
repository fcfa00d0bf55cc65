import { formAddress } from '../address.ts';
import { type Control, fieldAnswers, readValues } from '../answers.ts';
import type { ShownSection } from '../shown.ts';
import type { FormInPage } from './state.ts';
import { problemsIn } from './validity.ts';

/** Checks a field when it is left, and again on each change once it was wrong. */
export const check = (
  element: FormInPage,
  { type, target }: Pick<Event, 'type' | 'target'>,
  shown: () => readonly ShownSection[],
): void => {
  const { name, value } = target as Control;
  const show = (names: readonly string[] = [name]) => {
    const problems = problemsIn(element, shown());
    const looked = names.map((each) => [each, problems[each] ?? '']);
    element.errors = { ...element.errors, ...Object.fromEntries(looked) };
  };
  if (type === 'input') {
    // Counted once, as one more who began; without a word of who it is.
    if (!element.isBegun)
      navigator.sendBeacon(`${formAddress(element.host, element.formKey)}/started`);
    element.isBegun = true;
    element.answers = fieldAnswers(readValues(element.renderRoot));
    const wrong = Object.keys(element.errors);
    if (wrong[0]) show(wrong);
  }
  // Leaving an empty field is no mistake yet: the visitor may only be passing through.
  else if (!value) return;
  // A message that appears under the pointer would move away what is being pressed.
  else if (document.documentElement.matches(':active'))
    addEventListener('pointerup', () => setTimeout(show), { once: true });
  else show();
};

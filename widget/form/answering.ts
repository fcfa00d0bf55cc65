// What a form does once a visitor answers it; fetched then.
import { focusOn } from '../frame.ts';
import type { FormInPage } from './state.ts';
import { type Submission, send } from './submitting.ts';
import { problemsIn } from './validity.ts';

export { check } from './checking.ts';
export { summary } from './summary.ts';

/** Says what is wrong, turns to the next page of the form, or sends what was answered on all of them. */
export const submit = (element: FormInPage, submission: Submission, next: () => void): void => {
  if (element.state.is === 'sending') return;
  const { shown } = submission;
  element.errors = problemsIn(element, shown);
  element.summed = true;
  if (Object.keys(element.errors)[0]) void focusOn(element, '.summary');
  else if (element.step < shown.length - 1) next();
  else void send(element, submission);
};

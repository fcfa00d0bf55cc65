import type { Outcome as Told } from '../../worker/contract/outcome.ts';
import type { Problem } from '../../worker/contract/problem.ts';
import type { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { focusOn } from '../frame.ts';
import type { Outcome } from '../sending.ts';
import type { ShownSection } from '../shown.ts';
import { finish } from './done.ts';
import type { Extras } from './extras.ts';
import type { FormInPage } from './state.ts';

/** What was sent, and from where. */
type Sent = {
  /** The address that was entered. */
  email: unknown;
  shown: readonly ShownSection[];
  trap: HTMLInputElement | null;
  extras: Extras;
};

/** Shows what was decided, or asks for the code first if the address is to be confirmed. */
const accept = (
  element: FormInPage,
  answer: SubmissionAnswer,
  { email, extras: { confirm } }: Sent,
): void => {
  const confirmed = (told: Told) => finish(element, told, answer.receipt);
  if (!confirm?.confirming(element, answer, email, confirmed)) confirmed(answer.outcome);
};

/** Shows what the Worker found wrong, on the first page of the form where it did. */
const refuse = (element: FormInPage, { errors = [] }: Problem, { shown }: Sent): void => {
  element.state = { is: 'asking' };
  element.summed = true;
  element.errors = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
  const step = shown.findIndex(({ fields }) =>
    fields.some(({ key }) => element.errors[`fields.${key}`]),
  );
  if (step >= 0) element.step = step;
  void focusOn(element, '.summary');
};

/** Shows why nothing was recorded, and empties the trap, which an autofill may have filled. */
const fail = (
  element: FormInPage,
  { why, problem }: Exclude<Outcome, { is: 'recorded' }>,
  sent: Sent,
): void => {
  if (problem?.type === '/problems/inactive' && problem.detail) {
    element.state = { is: 'closed', message: problem.detail };
    void focusOn(element, '.done');
  } else if (why === 'refused' && problem?.errors?.some(({ field }) => field.includes('.')))
    refuse(element, problem, sent);
  else {
    if (sent.trap) sent.trap.value = '';
    element.state = { is: 'problem', why: why === 'refused' ? 'failed' : why };
    void focusOn(element, '.problem');
  }
};

/** Shows what came of sending. */
export const conclude = (element: FormInPage, outcome: Outcome, sent: Sent): void =>
  outcome.is === 'recorded' ? accept(element, outcome.answer, sent) : fail(element, outcome, sent);

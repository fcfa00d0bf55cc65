import type { OpenForm } from '../../worker/contract/form.ts';
import type { Outcome as Told } from '../../worker/contract/outcome.ts';
import type { Problem } from '../../worker/contract/problem.ts';
import type { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { readAnswered, readValues } from '../answers.ts';
import { emit } from '../events.ts';
import { focusOn } from '../frame.ts';
import { fetchPart } from '../part.ts';
import type { Outcome, Sending } from '../sending.ts';
import type { ShownSection } from '../shown.ts';
import type { Extras } from './extras.ts';
import type { FormInPage } from './state.ts';

/** What is submitted, and with what. */
type Submission = {
  definition: OpenForm;
  shown: readonly ShownSection[];
  sending: Sending;
  extras: Extras;
};

/** Puts a sentence in place of the form. */
const close = (element: FormInPage, message: string): void => {
  element.state = { is: 'closed', message };
  void focusOn(element, '.done');
};

/** Shows what was decided, or asks for the code first if the address is to be confirmed. */
const accept = (
  element: FormInPage,
  answer: SubmissionAnswer,
  email: unknown,
  { confirm }: Extras,
  sent?: typeof import('./done.ts'),
): void => {
  const finish = (told: Told) => {
    if (sent) sent.finish(element, told);
    // The title alone tells that it worked.
    else close(element, told.title);
  };
  if (!confirm?.confirming(element, answer, email, finish)) finish(answer.outcome);
  emit(element, 'samtykke-recorded', answer);
};

/** Shows what the Worker found wrong, on the first page of the form where it did. */
const refuse = (
  element: FormInPage,
  { errors = [] }: Problem,
  shown: readonly ShownSection[],
): void => {
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
  outcome: Exclude<Outcome, { is: 'recorded' }>,
  shown: readonly ShownSection[],
  trap: HTMLInputElement | null,
): void => {
  const { why, problem } = outcome;
  if (problem?.type === '/problems/inactive' && problem.detail) close(element, problem.detail);
  else if (why === 'refused' && problem?.errors?.some(({ field }) => field.includes('.')))
    refuse(element, problem, shown);
  else {
    if (trap) trap.value = '';
    element.state = { is: 'problem', why: why === 'refused' ? 'failed' : why };
    void focusOn(element, '.problem');
  }
  emit(element, 'samtykke-error', { why, problem });
};

/** Sends what the visitor answered, unless the page prevents it, and shows what came of it. */
export const submit = async (
  element: FormInPage,
  { definition, shown, sending, extras }: Submission,
): Promise<void> => {
  const { host, renderRoot } = element;
  // Kept for a visitor who comes back to correct the address.
  element.given = readValues(renderRoot);
  const answered = readAnswered(element.given, shown);
  if (!emit(element, 'samtykke-submit', answered)) return;
  element.state = { is: 'sending' };
  const { form, version, locale, part } = definition;
  const trap = renderRoot.querySelector<HTMLInputElement>('[name=trap]');
  const [outcome, sent] = await Promise.all([
    sending.send(
      host,
      form,
      { version, locale, part, ...answered, trap: trap?.value || undefined },
      { robotCheck: extras.robotCheck },
    ),
    fetchPart<typeof import('./done.ts')>(host, 'done').catch(() => undefined),
  ]);
  if (outcome.is === 'recorded')
    accept(element, outcome.answer, answered.fields.email, extras, sent);
  else fail(element, outcome, shown, trap);
};

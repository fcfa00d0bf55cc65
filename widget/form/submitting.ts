import { readDecisions, readValues, type Values } from '../answers.ts';
import { type Answered, emit } from '../events.ts';
import type { Sending } from '../sending.ts';
import type { ShownSection } from '../shown.ts';
import { conclude } from './concluding.ts';
import type { Extras } from './extras.ts';
import type { FormInPage } from './state.ts';

/** What is submitted, and with what. */
export type Submission = {
  shown: readonly ShownSection[];
  sending: Sending;
  extras: Extras;
};

/** What the visitor has answered of all that was shown. */
const readAnswered = (values: Values, shown: readonly ShownSection[]): Answered => {
  const fields: Answered['fields'] = {};
  for (const { key, kind } of shown.flatMap(({ fields }) => fields)) {
    const value = values[`fields.${key}`] ?? [];
    fields[key] = kind === 'checkboxes' ? value : (value[0] ?? '');
  }
  return {
    fields,
    ...readDecisions(
      values,
      shown.flatMap(({ section }) => section.purposes),
    ),
  };
};

/** Sends what the visitor answered, unless the page prevents it, and shows what came of it. */
export const send = async (
  element: FormInPage,
  { shown, sending, extras }: Submission,
): Promise<void> => {
  const { host, renderRoot, definition } = element;
  if (!definition) return;
  // Kept for a visitor who comes back to correct the address.
  element.given = readValues(renderRoot);
  const answered = readAnswered(element.given, shown);
  if (!emit(element, 'samtykke-submit', answered)) return;
  element.state = { is: 'sending' };
  const { form, version, locale, part } = definition;
  const trap = renderRoot.querySelector<HTMLInputElement>('[name=trap]');
  const refused = await extras.upload?.(element, answered.fields);
  const outcome =
    refused ??
    (await sending.send(
      host,
      form,
      { version, locale, part, ...answered, trap: trap?.value || undefined },
      { robotCheck: extras.robotCheck },
    ));
  conclude(element, outcome, { email: answered.fields.email, shown, trap, extras });
  if (outcome.is === 'recorded') emit(element, 'samtykke-recorded', outcome.answer);
  else emit(element, 'samtykke-error', { why: outcome.why, problem: outcome.problem });
};

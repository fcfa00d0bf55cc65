import type { FieldError } from '../../contract/problem.ts';
import type { Decision } from '../../contract/words.ts';
import { type WholeLists, yesTo } from '../../lists/whole.ts';

const messages = {
  given: 'This purpose asks for no consent: record "informed" once the person was told.',
  informed: 'This purpose asks for consent, which telling a person is not: record "given".',
} as const;

/** What is wrong with a yes to a purpose: one that asks for no consent is told of, any other is consented to. */
export const yesErrors = (
  lists: Pick<WholeLists, 'purposes'>,
  purpose: string,
  decision: Decision,
): FieldError[] =>
  (decision === 'given' || decision === 'informed') && decision !== yesTo(lists, purpose)
    ? [{ field: 'decision', code: 'wrong-yes', message: messages[decision] }]
    : [];

import type { Condition } from './form.ts';
import { tidy } from './tidy.ts';

/** What a visitor has answered so far, by field key. */
export type Answers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a field or section with this condition is shown. The widget asks on every keystroke, and
 * the Worker asks again when it decides what the visitor was shown, so the rule stands here once.
 */
export const isShown = (when: Condition | undefined, answers: Answers): boolean => {
  if (!when) return true;
  const answer = answers[when.field] ?? '';
  const given = (typeof answer === 'string' ? [answer] : answer).filter(tidy);
  return when.is ? given.some((value) => when.is?.includes(value)) : given.length > 0;
};

import { useContext } from 'hono/jsx';
import type { FieldError } from '../../contract/problem.ts';
import { Language } from './parts.tsx';
import type { Posted } from './posted.ts';
import { fill, wordsIn } from './words.ts';

/**
 * An error with what its field is called, where that is not the label of a control of this name, and with the
 * page that the control is on, where that is another one.
 */
export type PlacedError = FieldError & { label?: string; page?: string };

/** What was submitted in a form and its errors, by control name. */
export type Submitted = { values?: Posted; errors?: readonly PlacedError[] | undefined };

/** Whether someone else has saved since the form was opened that was submitted. */
export const isOvertaken = ({ errors = [] }: Submitted): boolean =>
  errors.some(({ code }) => code === 'overtaken');

/** The status of a screen by what was submitted: something was refused, or overtaken by another save. */
export const statusOf = (...all: (Submitted | undefined)[]): 200 | 409 | 422 => {
  const refused = all.filter((submitted) => submitted?.errors !== undefined);
  if (refused.some((submitted) => submitted && isOvertaken(submitted))) return 409;
  return refused.length > 0 ? 422 : 200;
};

/** Beside a control whose form was overtaken: what is saved now, where that is something else. */
export const SavedNow = ({
  submitted,
  own,
  saved,
}: {
  submitted: Submitted;
  own: string;
  saved: string;
}) => {
  const words = wordsIn(useContext(Language));
  return isOvertaken(submitted) && own.trim() !== saved.trim() ? (
    <small class="saved-now">{fill(words.savedNow, { value: saved || words.none })}</small>
  ) : null;
};

import type { Answers } from '../../worker/contract/visibility.ts';
import type { Values } from '../answers.ts';
import type { FormElement } from '../definition.ts';

/** What the visitor sees. */
export type State =
  | { is: 'loading' | 'asking' | 'sending' }
  | { is: 'done'; template: () => unknown }
  | { is: 'problem'; why: 'failed' | 'offline' | 'busy' }
  | { is: 'closed'; message: string };

/** The form's element as its parts see it: what the visitor has entered, and what is shown of it. */
export type FormInPage = FormElement & {
  state: State;
  /** The page of the form that the visitor is on, from 0. */
  step: number;
  given: Values;
  /** What is entered now, by field key; undefined before the form is live. */
  answers?: Answers;
  /** Whether the visitor has entered something, and so was counted as one who began. */
  isBegun?: boolean;
  /** What is wrong, by control name. */
  errors: Record<string, string>;
  /** Whether errors are summed up above the form: after submitting, not while typing. */
  summed: boolean;
  display?: string;
  /** The text on a side tab. */
  label?: string;
  level?: string;
  prefill?: Record<string, string>;
  /** The hidden fields that a page without JavaScript sends along. */
  native?: unknown;
  open(): Promise<void>;
};

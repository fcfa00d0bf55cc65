import type { HistoryLine, Preferences, Saved } from '../../worker/contract/preferences.ts';
import type { FieldError } from '../../worker/contract/problem.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import type { Values } from '../answers.ts';
import type { Format } from './client.ts';
import type { Words } from './words/words.ts';

/** What the visitor sees. */
export type State =
  | { is: 'loading' | 'asking' | 'unavailable' }
  | { is: 'code'; entry: string }
  | { is: 'in' }
  /** Before everything is erased, on a day in UTC ms. */
  | { is: 'sure'; actsAt: number };

/** What the visitor reads about their last action. */
export type Notice = {
  /** Its outcome, or what went wrong. */
  text?: string;
  isProblem?: boolean;
  /** When what was just saved was recorded (UTC ms): a receipt is offered. */
  savedAt?: number;
  /** What was entered as a correction, and what is wrong with it, by control name. */
  given?: Values;
  errors?: Record<string, string>;
};

/** What a signed-in visitor can do in a browser. */
export type Actions = {
  submit: (event: SubmitEvent) => void;
  open: (event: Event) => void;
  download: (format: Format) => void;
  receipt: (event: SubmitEvent) => void;
  correct: (event: SubmitEvent) => void;
  request: (event: SubmitEvent) => void;
  cancel: (event: SubmitEvent) => void;
  stay: () => void;
  leave: () => void;
};

type Shown = Notice & {
  view: Preferences;
  words: Words;
  /** Where a page without JavaScript posts, ending in a slash. */
  host: string;
  history?: readonly HistoryLine[];
  /** The level of the title above. */
  level?: string;
  requests?: readonly PersonRequest[];
};

/** Shown in a browser, where actions handle what the visitor does. */
export type Live = Shown & { actions: Actions };

/** Rendered on the server, where forms and links lead to pages. */
export type Native = Shown & { actions?: undefined };

/** What a signed-in visitor sees. */
export type Choosing = Live | Native;

/** What an action does with the preference centre once the Worker has answered. */
export type Centre = {
  /** Shows a state with a sentence above it. */
  display: (state: State, text?: string, isProblem?: boolean) => void;
  /** Reads the preferences again and shows them; false when they could not be read. */
  show: () => Promise<boolean>;
  /** Shows what is wrong with corrections, each beside its field. */
  refuse: (given: Values, errors: readonly FieldError[]) => void;
  /** Shows what was saved, and above it what came of that. */
  saved: (saved: Saved) => void;
};

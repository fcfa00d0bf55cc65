import type { TemplateResult } from 'lit';
import type {
  Change,
  HistoryLine,
  Pause,
  Preferences,
  Saved,
} from '../../worker/contract/preferences.ts';
import type { FieldError } from '../../worker/contract/problem.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import type { Values } from '../answers.ts';
import type { Styles } from '../element.ts';
import type { Answer, Client, Format } from './client.ts';
import type { Saying } from './saying.ts';
import type { AccountWords, Words } from './words/words.ts';

/** What the visitor sees. */
export type State =
  | { is: 'loading' | 'asking' | 'unavailable' }
  | { is: 'code'; entry: string }
  | { is: 'in' };

/** What the visitor reads about their last action. */
export type Notice = {
  /** Its outcome, or what went wrong. */
  text?: string;
  isProblem?: boolean;
  /** When what was just saved was recorded (UTC ms): a receipt is offered. */
  savedAt?: number;
  /** Whether signing out would lose changes, so that it is offered once more. */
  isLeaving?: boolean;
  /** What was entered as a correction, and what is wrong with it, by control name. */
  given?: Values;
  errors?: Record<string, string>;
};

/** What a signed-in visitor can do with their choices in a browser. */
export type ChoiceActions = {
  submit: (event: SubmitEvent) => void;
  /** Something was ticked or chosen that is not saved yet. */
  change: () => void;
  receipt: (event: SubmitEvent) => void;
  /** Signs out, whatever is not saved. */
  leave: () => void;
  /** Fetches what lies below the choices once more. */
  retry: () => void;
};

/** What a signed-in visitor can do besides. */
export type AccountActions = {
  open: (event: Event) => void;
  speak: (event: SubmitEvent) => void;
  download: (format: Format) => void;
  /** Downloads the proof of a record and what came with it, or of all. */
  prove: (record?: string) => void;
  correct: (event: SubmitEvent) => void;
  request: (event: SubmitEvent) => void;
  cancel: (event: SubmitEvent) => void;
  /** Signs out, unless that would lose changes. */
  signOut: () => void;
};

/** What a signed-in visitor sees. */
export type Choosing = Notice & {
  view: Preferences;
  words: Words;
  say: Saying;
  /** Where a page without JavaScript posts, ending in a slash. */
  host: string;
  /** What the addresses of such a page end in, so that it stays in its language. */
  query: string;
  history?: readonly HistoryLine[];
  /** The level of the title above. */
  level?: string;
  requests?: readonly PersonRequest[];
  /** Whether something of what stands may be objected to. */
  canObject: boolean;
  /** Whether something is ticked or chosen that is not saved. */
  isChanged?: boolean;
  account?: Account;
  /** In a browser; on the server forms and links lead to pages. */
  actions?: ChoiceActions & Partial<AccountActions>;
};

/** What lies above and below the choices: fetched when a person has signed in. */
export type Account = {
  words: AccountWords;
  menu: (choosing: Choosing, words: AccountWords) => TemplateResult;
  more: (choosing: Choosing, words: AccountWords) => TemplateResult;
  actionsOf: (
    centre: Centre,
    client: Client,
    texts: { view: Preferences; words: Words; account: AccountWords; say: Saying },
  ) => AccountActions;
};

/** What an action does with the preference centre once the Worker has answered. */
export type Centre = {
  /** Shows a state with a sentence above it. */
  display: (state: State, notice?: Notice) => void;
  /** Reads the preferences again and shows them; false when they could not be read. Quiet, it leaves the focus where it is. */
  show: (isQuiet?: boolean) => Promise<boolean>;
  /** Says that something did not work, and that the choices are still there. */
  sayFailed: () => void;
  /** Says why nothing was done: with a sentence of its own, or asks for a code where the session needs one. */
  fail: (answer: Answer<unknown>, text?: string) => Promise<void>;
  /** Shows what is wrong with corrections, each beside its field. */
  refuse: (given: Values, errors: readonly FieldError[]) => void;
  /** Shows what was saved, and above it what came of that. */
  saved: (saved: Saved) => void;
  /** Shows everything in another language. */
  speak: (locale: string) => void;
  /** Reads the history. */
  recall: () => Promise<void>;
  /** Whether something is ticked or chosen that is not saved. */
  isChanged: () => boolean;
  leave: () => void;
};

/** What handles in a browser what a signed-in visitor does. */
export type Acting = { centre: Centre; client: Client; change: () => void };

/** What the element holds, signed in or not. */
export type Held = {
  state: State;
  past?: readonly HistoryLine[];
  requests?: readonly PersonRequest[];
  notice?: Notice;
  account?: Account;
  isChanged?: boolean;
  level?: string;
  host: string;
  query: string;
};

/** What a signed-in visitor has chosen, and the words for it. */
export type Own = { view: Preferences; words: Words };

/** What a person is shown once they have signed in: fetched then. */
export type Inside = {
  show: (held: Held, own: Own, acting?: Acting) => TemplateResult;
  /** Returns what the visitor wants changed, from the form in a tree. */
  wantedIn: (root: ParentNode, view: Preferences) => { changes: Change[]; pauses: Pause[] };
  styles: Styles;
};

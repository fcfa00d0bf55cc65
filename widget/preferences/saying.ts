import type { Preferences } from '../../worker/contract/preferences.ts';
import type { Decision } from '../../worker/contract/words.ts';
import { type Formats, formatsOf } from './formats.ts';
import { decidedIn, type Words } from './words/words.ts';

/** Says days and decisions in the words of the preference centre. */
export type Saying = Formats & {
  /** What was decided of a purpose or a subscription; null where the person was never asked. */
  decided: (kind: 'purpose' | 'subscription', decision: Decision | null) => string;
};

/** Says them as a view's language and calendar have them. */
export const sayingIn = (view: Preferences, words: Words): Saying => ({
  ...formatsOf(view),
  decided: (kind, decision) => decidedIn(words, kind, decision),
});

import { html, type TemplateResult } from 'lit';
import type { Choosing } from '../choosing.ts';
import type { AccountWords } from '../words/words.ts';
import { mine } from './mine.ts';
import { rights } from './rights.ts';
import { timeline } from './timeline.ts';

export { actionsOf } from './actions.ts';
export { menu } from './menu.ts';

/** What lies below the choices: the person's details, their rights, and the history. */
export const more = (choosing: Choosing, words: AccountWords): TemplateResult =>
  html`${mine(choosing, words)}${rights(choosing, words)}${timeline(choosing, words)}`;

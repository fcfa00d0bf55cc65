import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { directionOf } from './locales/texts.ts';

/** Wraps what an element shows in the language and direction of its texts; without a locale they are the page's own. */
export const frame = (locale: string, content: unknown): TemplateResult =>
  html`<div class="samtykke" lang=${locale || nothing} dir=${
    locale ? directionOf(locale) : nothing
  }>${content}</div>`;

/** Shown until the definition and the texts are here. */
export const skeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;

/** Focuses what a selector finds in an element, once it is rendered. */
export const focusOn = async (element: ReactiveElement, selector: string): Promise<void> => {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
};

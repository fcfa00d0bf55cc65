import { html, type TemplateResult } from 'lit';
import type { WidgetElement } from './element.ts';

/** Shown until the definition and the texts are here. */
export const skeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;

/** Focuses what a selector finds in an element, once it is rendered. */
export const focusOn = async (element: WidgetElement, selector: string): Promise<void> => {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
};

import { html, nothing } from 'lit';
import type { FormInPage } from './state.ts';

/** Shows a form that is closed, that cannot be loaded, or that is submitted; undefined while it asks. */
export const outcome = ({ state, definition, texts }: FormInPage): unknown => {
  if (state.is === 'closed') return html`<p part="done" class="done">${state.message}</p>`;
  if (state.is === 'unavailable')
    return texts ? html`<p class="problem" role="alert">${texts.unavailable}</p>` : nothing;
  if (state.is === 'confirming') return state.confirming.template();
  if (state.is !== 'done') return undefined;
  return html`
    <div class="done" part="done" role="status" tabindex="-1">
      <h2>${definition?.done.title}</h2>
      <p>${definition?.done.text}</p>
      <slot name="done"></slot>
    </div>`;
};

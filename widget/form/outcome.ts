import { html, nothing } from 'lit';
import type { FormInPage } from './state.ts';

/** Shows a form that is closed, that cannot be loaded, or that is submitted; undefined while it asks. */
export const outcome = ({ state, texts }: FormInPage): unknown => {
  if (state.is === 'closed')
    return html`<p part="done" class="done" tabindex="-1">${state.message}</p>`;
  if (state.is === 'unavailable')
    return texts ? html`<p class="problem" role="alert">${texts.unavailable}</p>` : nothing;
  return state.is === 'done' ? state.template() : undefined;
};

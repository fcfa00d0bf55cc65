import { html } from 'lit';
import type { FormInPage } from './state.ts';

/** Shows a form that is closed or submitted; undefined while it asks. */
export const outcome = ({ state }: FormInPage): unknown => {
  if (state.is === 'closed')
    return html`<p part="done" class="done" tabindex="-1">${state.message}</p>`;
  return state.is === 'done' ? state.template() : undefined;
};

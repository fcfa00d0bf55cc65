// Fetched while a submission is sent.
import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../worker/contract/outcome.ts';
import type { FormHost } from '../host.ts';

/** What was decided, as the Worker says it, and where to change it. */
export const done = (
  { host, definition }: Pick<FormHost, 'host' | 'definition'>,
  { title, parts, change }: Outcome,
): TemplateResult => html`
  <div class="done" part="done" role="status" tabindex="-1">
    <h2>${title}</h2>
    ${parts.map(
      ({ text, items }) => html`
        <p>${text}</p>
        ${
          items[0]
            ? html`<ul>${items.map(({ name, description }) => html`<li>${name} ${description ? html`<small>${description}</small>` : nothing}</li>`)}</ul>`
            : nothing
        }`,
    )}
    <p><a href="${host}preferences?locale=${definition?.locale}" target="_blank" rel="noopener">${change}</a></p>
    <slot name="done"></slot>
  </div>`;

import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../worker/contract/outcome.ts';
import { addStyles, css } from '../element.ts';
import { focusOn } from '../frame.ts';
import type { FormInPage } from './state.ts';

const styles = css`
  .done > * + * {
    margin-block-start: 0.75em;
  }
  .done ul {
    padding-inline-start: 1.25em;
  }
  .done small {
    display: block;
  }
  .done a {
    margin-inline-end: 1em;
    color: inherit;
  }
`;

/** What was decided, as the Worker says it, where to change it, and the receipt. */
const done = (
  { host, definition }: FormInPage,
  { title, parts, change, proof }: Outcome,
  receipt: string,
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
    <p>${[
      [`preferences`, change],
      [`receipts/${receipt}`, proof],
    ].map(
      ([path, label]) =>
        html`<a href="${host}${path}?locale=${definition?.locale}" target="_blank">${label}</a> `,
    )}</p>
    <slot name="done"></slot>
  </div>`;

/** Shows what was decided, and leads on where the form does. */
export const finish = (element: FormInPage, outcome: Outcome, receipt: string): void => {
  if (element.shadowRoot) addStyles(element.shadowRoot, styles);
  element.state = { is: 'done', template: () => done(element, outcome, receipt) };
  void focusOn(element, '.done');
  if (outcome.redirect) location.assign(outcome.redirect);
};

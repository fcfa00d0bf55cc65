import { html, nothing } from 'lit';
import type { Section } from '../../worker/contract/form.ts';
import { controlsIn } from '../answers.ts';
import type { Texts } from '../locales/texts.ts';

/** Focuses the control of a message: a fragment cannot point into a shadow root. */
const focusControl = (event: Event): void => {
  const link = event.target as HTMLAnchorElement;
  const name = link.hash.slice(1);
  event.preventDefault();
  controlsIn(link.getRootNode() as ShadowRoot)
    .find((control) => control.name === name)
    ?.focus();
};

/** The template of what is wrong, above the form. */
export type SummaryTemplate = typeof summary;

/** Lists what is wrong above the form, each message with a link to its control. */
export const summary = (
  errors: Record<string, string>,
  sections: readonly Section[],
  texts: Texts,
) => {
  const wrong = Object.entries(errors).filter(([, message]) => message);
  if (!wrong[0]) return nothing;
  const fields = sections.flatMap(({ fields }) => fields);
  /** The message with the field's label, unless it names that itself. */
  const labelled = (name: string, message: string) => {
    const label = fields.find(({ key }) => name === `fields.${key}`)?.label;
    return label && !message.includes(label) ? `${label}: ${message}` : message;
  };
  return html`
    <div class="summary" part="summary" role="alert" tabindex="-1">
      <p>${texts.summary}</p>
      <ul>
        ${wrong.map(
          ([name, message]) =>
            html`<li><a href="#${name}" @click=${focusControl}>${labelled(name, message)}</a></li>`,
        )}
      </ul>
    </div>`;
};

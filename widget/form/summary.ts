import { html, nothing } from 'lit';
import type { Section } from '../../worker/contract/form.ts';
import { controlsIn } from '../answers.ts';
import type { Texts } from '../locales/texts.ts';

/** The control of a message gets the focus: a fragment can't lead into a shadow root. */
const lead = (event: Event): void => {
  const link = event.target as HTMLAnchorElement;
  const name = link.hash.slice(1);
  event.preventDefault();
  controlsIn(link.getRootNode() as ShadowRoot)
    .find((control) => control.name === name)
    ?.focus();
};

/** What is to be looked at again, above the form, each message with a link to its control. */
export const summary = (
  errors: Record<string, string>,
  sections: readonly Section[],
  texts: Texts,
) => {
  const wrong = Object.entries(errors).filter(([, message]) => message);
  if (wrong.length === 0) return nothing;
  const fields = sections.flatMap(({ fields }) => fields);
  const labelled = (name: string) => {
    const field = fields.find(({ key }) => name === `fields.${key}`);
    return field && `${field.label}: `;
  };
  return html`
    <div class="summary" part="summary" role="alert" tabindex="-1">
      <p>${texts.summary}</p>
      <ul>
        ${wrong.map(
          ([name, message]) =>
            html`<li><a href="#${name}" @click=${lead}>${labelled(name)}${message}</a></li>`,
        )}
      </ul>
    </div>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import type { PurposeAsked, SubscriptionAsked } from '../../worker/contract/form.ts';
import type { Values } from '../answers.ts';
import type { Texts } from '../locales/texts.ts';

/** What the templates of a form need to know besides what they show. */
export type Showing = {
  texts: Pick<Texts, 'more' | 'tab' | 'receive' | 'optional' | 'pick'>;
  /** What to start from, by control name. */
  given: Values;
  /** What is wrong, by control name. */
  errors: Record<string, string>;
};

/** The message beside a control; `aria-describedby` of the control names it. */
export const errorOf = (name: string, { errors }: Showing) =>
  errors[name] ? html`<p class="error" id="${name}-error">${errors[name]}</p>` : nothing;

/** A labelled box. It starts unticked unless the visitor has ticked it before. */
const box = (name: string, showing: Showing, label: unknown): TemplateResult => html`
  <label class="box">
    <input type="checkbox" name=${name} value="yes"
      ?checked=${showing.given[name]?.includes('yes')}
      aria-invalid=${showing.errors[name] ? 'true' : nothing}
      aria-describedby=${showing.errors[name] ? `${name}-error` : nothing}>
    <span>${label}</span>
  </label>
  ${errorOf(name, showing)}`;

const about = ({ name, description }: SubscriptionAsked) =>
  html`${name} <small>${description}</small>`;

/**
 * A purpose: its question or notice, its long text, its privacy statement, and under it the
 * subscription types, which the style sheet shows once the box is ticked. The only one has no box of its own.
 */
export const purpose = (asked: PurposeAsked, showing: Showing): TemplateResult => {
  const { key, asks, title, text, description, privacyTitle, privacyUrl, subscriptions } = asked;
  const { texts } = showing;
  return html`
    <div class="purpose" part="purpose" role="group" aria-label=${title}>
      ${asks ? box(`purposes.${key}`, showing, text) : html`<p>${text}</p>`}
      <div class="about">
        <details>
          <summary>${texts.more}</summary>
          <p>${description}</p>
        </details>
        <a href=${privacyUrl} target="_blank">${privacyTitle}<span class="quietly"> (${texts.tab})</span></a>
      </div>
      ${
        subscriptions[0]
          ? html`
            <fieldset class="subscriptions" part="subscriptions">
              ${subscriptions[1] ? html`<legend>${texts.receive}</legend>` : nothing}
              ${subscriptions.map((each) =>
                subscriptions[1]
                  ? box(`subscriptions.${each.key}`, showing, about(each))
                  : about(each),
              )}
            </fieldset>`
          : nothing
      }
    </div>`;
};

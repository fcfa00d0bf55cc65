import { html, nothing, type TemplateResult } from 'lit';
import type { OpenForm } from '../../worker/contract/form.ts';
import { formAddress } from '../address.ts';
import type { Texts } from '../locales/texts.ts';
import type { ShownSection } from '../shown.ts';
import type { Extras } from './extras.ts';
import { tidyAndHint } from './hinting.ts';
import { section } from './section.ts';
import type { FormInPage } from './state.ts';

/** What a form that asks needs besides its element, and the handlers of what the visitor does. */
export type Asking = {
  view: OpenForm;
  texts: Texts;
  extras: Extras;
  shown: readonly ShownSection[];
  submit: (event: Event) => void;
  touch: (event: Event) => void;
  back: () => void;
};

/** Returns what the page's address offers for a text field; a `+` in an email address need not be encoded. */
const offered = (key: string): string | undefined => {
  const value = new URLSearchParams(globalThis.location?.search).get(key) ?? undefined;
  return key === 'email' ? value?.replaceAll(' ', '+') : value;
};

/** Returns what an attribute, a property or the page's address offers for a text field. */
const prefilled = (element: FormInPage, key: string): string | undefined =>
  element.getAttribute(`prefill-${key}`) ?? element.prefill?.[key] ?? offered(key);

/** The form while it asks: its head, its sections, and its buttons. */
export const asking = (
  element: FormInPage,
  { view, texts, extras, shown, submit, touch, back }: Asking,
): TemplateResult => {
  const { host, step, level, state, given, errors } = element;
  const isLive = element.answers !== undefined;
  const isSending = state.is === 'sending';
  const why = state.is === 'problem' && state.why;
  const showing = {
    texts,
    host,
    given,
    errors,
    kind: extras.kind,
    files: view.files,
    isLive,
    level: level ? +level + 1 : undefined,
    prefill: (key: string) => prefilled(element, key),
  };
  const next = isLive && step < shown.length - 1 ? texts.next : view.submit;
  const action = isSending ? texts.sending : why ? texts.retry : next;
  return html`
    <form part="form" method="post" action="${formAddress(host, view.form)}/submissions" ?novalidate=${isLive}
      @submit=${submit} @change=${(event: Event) => tidyAndHint(host, event)} @input=${touch} @focusout=${touch}>
      ${view.title ? html`<h2 part="title" aria-level=${level ?? nothing}>${view.title}</h2>` : nothing}
      ${view.intro ? html`<p>${view.intro}</p>` : nothing}
      ${element.summed ? extras.summary?.(errors, view.sections, texts) : nothing}
      ${extras.paging?.progress(texts, step, shown.length)}
      ${view.sections.map((each) => {
        const index = shown.findIndex((one) => one.section === each);
        const isCurrent = !isLive || index === step;
        return section(shown[index] ?? { section: each, fields: [] }, { ...showing, isCurrent });
      })}
      <p class="trap" aria-hidden="true">
        <label>${texts.trap}<input name="trap" tabindex="-1" autocomplete="off"></label>
      </p>
      ${element.native}
      <slot name="turnstile"></slot>
      ${why ? html`<p class="problem" role="alert" tabindex="-1">${texts[why]}</p>` : nothing}
      <p class="buttons">
        ${extras.paging?.back(texts, step, back)}
        <button part="button" type="submit" aria-disabled=${isSending}>${action}</button>
      </p>
    </form>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import type { OpenForm } from '../../worker/contract/form.ts';
import { formAddress } from '../address.ts';
import type { Texts } from '../locales/texts.ts';
import type { ShownSection } from '../shown.ts';
import { type SectionShowing, section } from './section.ts';
import { summary } from './summary.ts';

/** What a form that asks needs to know, and the handlers of what the visitor does. */
export type Asking = Omit<SectionShowing, 'level' | 'isCurrent'> & {
  texts: Texts;
  /** The address of the Worker, ending in a slash. */
  host: string;
  step: number;
  level: string | undefined;
  shown: readonly ShownSection[];
  paging: typeof import('./paging.ts') | undefined;
  /** The hidden fields that a page without JavaScript sends along. */
  native: unknown;
  /** Whether what is wrong is summed up above. */
  isSummed: boolean;
  isSending: boolean;
  /** Why sending failed. */
  why: 'failed' | 'offline' | 'busy' | undefined;
  submit: (event: Event) => void;
  touch: (event: Event) => void;
  back: () => void;
};

const action = (view: OpenForm, { texts, isSending, why, isLive, step, shown }: Asking): string => {
  if (isSending) return texts.sending;
  if (why) return texts.retry;
  return isLive && step < shown.length - 1 ? texts.next : view.submit;
};

/** The form while it asks: its head, its sections, and its buttons. */
export const asking = (view: OpenForm, all: Asking): TemplateResult => {
  const { texts, host, step, level, shown, paging, isLive, isSending, why } = all;
  const showing = { ...all, level: level ? +level + 1 : undefined };
  return html`
    <form part="form" method="post" action="${formAddress(host, view.form)}/submissions" ?novalidate=${isLive}
      @submit=${all.submit} @input=${all.touch} @focusout=${all.touch}>
      ${view.title ? html`<h2 part="title" aria-level=${level ?? nothing}>${view.title}</h2>` : nothing}
      ${view.intro ? html`<p>${view.intro}</p>` : nothing}
      ${all.isSummed ? summary(all.errors, view.sections, texts) : nothing}
      ${paging?.progress(texts, step, shown.length)}
      ${view.sections.map((each) => {
        const index = shown.findIndex((one) => one.section === each);
        const isCurrent = !isLive || index === step;
        return section(shown[index] ?? { section: each, fields: [] }, { ...showing, isCurrent });
      })}
      <p class="trap" aria-hidden="true">
        <label>${texts.trap}<input name="trap" tabindex="-1" autocomplete="off"></label>
      </p>
      ${all.native}
      <slot name="turnstile"></slot>
      ${why ? html`<p class="problem" role="alert" tabindex="-1">${texts[why]}</p>` : nothing}
      <p class="buttons">
        ${paging?.back(texts, step, all.back)}
        <button part="button" type="submit" aria-disabled=${isSending}>${action(view, all)}</button>
      </p>
    </form>`;
};

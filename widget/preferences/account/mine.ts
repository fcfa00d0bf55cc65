import { html, type TemplateResult } from 'lit';
import type { Values } from '../../answers.ts';
import { field } from '../../form/field.ts';
import { tidyAndHint } from '../../form/hinting.ts';
import { SamtykkeForm } from '../../form/samtykke-form.ts';
import type { Choosing } from '../choosing.ts';
import type { AccountWords } from '../words/words.ts';

/** What is kept of the person, to be corrected by them (GDPR art. 16). */
export const mine = (choosing: Choosing, words: AccountWords): TemplateResult => {
  const { view, words: own, host, query, actions, errors = {}, given } = choosing;
  const { email, fields, locale } = view;
  const kept: Values = Object.fromEntries(
    fields.map(({ key, value = '' }) => [`fields.${key}`, [value]]),
  );
  const showing = {
    texts: { ...own, ...words },
    errors,
    given: given ?? kept,
    kind: SamtykkeForm.kind,
    prefill: () => undefined,
    isHidden: false,
    isRequired: false,
  };
  return html`
    <details class="more" ?open=${Object.keys(errors).length > 0}>
      <summary>${words.mine}</summary>
      <form method="post" action="${host}preferences/corrections${query}" novalidate @submit=${actions?.correct} @change=${(event: Event) => tidyAndHint(host, event)}>
        <input type="hidden" name="locale" value=${locale}>
        ${field({ key: 'email', kind: 'email', label: own.email, required: true, value: email }, showing)}
        ${fields.map((each) => field(each, showing))}
        <p class="buttons"><button class="quiet" part="button">${words.correct}</button></p>
      </form>
    </details>`;
};

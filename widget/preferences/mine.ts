import { html, type TemplateResult } from 'lit';
import { simple } from '../../worker/contract/field-kinds.ts';
import type { Field } from '../../worker/contract/form.ts';
import type { Values } from '../answers.ts';
import { field } from '../form/field.ts';
import { SamtykkeForm } from '../form/samtykke-form.ts';
import type { Choosing } from './choosing.ts';

/** Whether these fields need the templates that simple forms do without. */
export const needsKinds = (fields: readonly Field[]): boolean =>
  !SamtykkeForm.kind && fields.some(({ kind }) => !simple.test(kind));

/** What is kept of the person, to be corrected by them (GDPR art. 16). */
export const mine = (choosing: Choosing): TemplateResult => {
  const { view, words, host, actions, errors = {}, given } = choosing;
  const { email, fields, locale } = view;
  const kept: Values = Object.fromEntries(
    fields.map(({ key, value = '' }) => [`fields.${key}`, [value]]),
  );
  const showing = {
    texts: words,
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
      <form method="post" action="${host}preferences/corrections" novalidate @submit=${actions?.correct}>
        <input type="hidden" name="locale" value=${locale}>
        ${field({ key: 'email', kind: 'email', label: words.email, required: true, value: email }, showing)}
        ${fields.map((each) => field(each, showing))}
        <p class="buttons"><button class="quiet" part="button">${words.correct}</button></p>
      </form>
    </details>`;
};

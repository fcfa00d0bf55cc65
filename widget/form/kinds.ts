// Field kinds that a newsletter form does without; fetched by forms that have one.
import { html, nothing } from 'lit';
import { LONGEST_TEXT } from '../../worker/contract/field-kinds.ts';
import type { Field, Option } from '../../worker/contract/form.ts';
import { errorOf } from '../consent/purpose.ts';
import {
  described,
  type FieldShowing,
  helpOf,
  type KindTemplate,
  labelled,
  startOf,
} from './field.ts';

const options = (list: Option[], value: string) =>
  list.map(
    ({ value: key, label }) =>
      html`<option value=${key} ?selected=${key === value}>${label}</option>`,
  );

const select = (field: Field, name: string, showing: FieldShowing) => html`
  <select part="input" id=${name} name=${name} ?required=${showing.isRequired}
    autocomplete=${field.autocomplete ?? nothing}
    aria-invalid=${showing.errors[name] ? 'true' : nothing}
    aria-describedby=${described(name, field, showing)}>
    <option value="">${field.placeholder ?? showing.texts.pick}</option>
    ${options(field.options ?? [], startOf(field, showing))}
  </select>`;

/** A box for several lines. */
export const textarea = (field: Field, name: string, showing: FieldShowing) => html`
  <textarea part="input" id=${name} name=${name} rows="4" .value=${startOf(field, showing)}
    ?required=${showing.isRequired} minlength=${field.minLength ?? nothing} maxlength=${field.maxLength ?? LONGEST_TEXT}
    placeholder=${field.placeholder ?? nothing} autocomplete=${field.autocomplete ?? nothing}
    aria-invalid=${showing.errors[name] ? 'true' : nothing}
    aria-describedby=${described(name, field, showing)}></textarea>`;

/** Radio buttons, or the boxes of a group. */
const group: KindTemplate = (field, name, showing, label) => {
  const { given, errors, isRequired } = showing;
  const isRadio = field.kind === 'radio';
  return html`
    <fieldset role=${isRadio ? 'radiogroup' : 'group'}
      aria-required=${isRadio && field.required ? 'true' : nothing}
      aria-invalid=${isRadio && errors[name] ? 'true' : nothing}
      aria-describedby=${described(name, field, showing)}>
      <legend>${label}</legend>
      ${helpOf(name, field)}
      ${field.options?.map(
        ({ value, label }) => html`
          <label class="box">
            <input type=${isRadio ? 'radio' : 'checkbox'} name=${name} value=${value}
              ?required=${isRadio && isRequired} ?checked=${given[name]?.includes(value)}>
            <span>${label}</span>
          </label>`,
      )}
      ${errorOf(name, showing)}
    </fieldset>`;
};

const checkbox: KindTemplate = (field, name, showing, label) => html`
  <label class="box">
    <input type="checkbox" id=${name} name=${name} value="yes" ?required=${showing.isRequired}
      ?checked=${showing.given[name]?.includes('yes')}
      aria-invalid=${showing.errors[name] ? 'true' : nothing}
      aria-describedby=${described(name, field, showing)}>
    <span>${label}</span>
  </label>
  ${helpOf(name, field)}${errorOf(name, showing)}`;

/** The template of every kind that needs more than one simple input. */
export const kind: KindTemplate = (field, name, showing, label) => {
  if (field.kind === 'radio' || field.kind === 'checkboxes')
    return group(field, name, showing, label);
  if (field.kind === 'checkbox') return checkbox(field, name, showing, label);
  const control = field.kind === 'textarea' ? textarea : select;
  return labelled(field, name, showing, label, control(field, name, showing));
};

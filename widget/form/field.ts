import { html, nothing, type TemplateResult } from 'lit';
import { prefilled, simple } from '../../worker/contract/field-kinds.ts';
import type { Field, FileTexts } from '../../worker/contract/form.ts';
import { errorOf, type Showing } from '../consent/purpose.ts';

/** What a field needs to know besides its definition. */
export type FieldShowing = Showing & {
  prefill: (key: string) => string | null | undefined;
  /** Whether a condition hides it just now. */
  isHidden: boolean;
  /** Whether the browser itself insists; not where a condition may hide the field without JavaScript. */
  isRequired: boolean;
  /** The address of the Worker, ending in a slash. */
  host?: string;
  /** What is said of files, where the form asks for one. */
  files?: FileTexts | undefined;
  /** The templates of kinds.ts and elements.ts, where the form has such a field. */
  kind?: KindTemplate;
};

/** The template of a field kind that is not a simple input. */
export type KindTemplate = (
  field: Field,
  name: string,
  showing: FieldShowing,
  label: TemplateResult,
) => TemplateResult;

/** What a field starts with: what the visitor gave before, what the page offers, the definition's own. */
export const startOf = (
  { key, kind, value = '' }: Field,
  { given, prefill }: FieldShowing,
): string =>
  given[`fields.${key}`]?.[0] ?? (prefilled.test(kind) ? prefill(key) : undefined) ?? value;

/** Patterns that the browser checks, in its `v` regular expressions. */
const patterns: Partial<Record<Field['kind'], string>> = {
  email: '\\S+@\\S+\\.\\S+',
  tel: '[^\\p{L}]{5,40}',
};

export const described = (name: string, { help }: Field, { errors }: Showing) =>
  [help && `${name}-help`, errors[name] && `${name}-error`].filter(Boolean).join(' ') || nothing;

export const helpOf = (name: string, { help }: Field) =>
  help ? html`<p class="help" id="${name}-help">${help}</p>` : nothing;

/** The label above a control, and help and message around it. */
export const labelled = (
  field: Field,
  name: string,
  showing: FieldShowing,
  label: TemplateResult,
  control: TemplateResult,
): TemplateResult => html`
  <label for=${name} part="label">${label}</label>
  ${helpOf(name, field)}
  ${control}
  ${errorOf(name, showing)}`;

const input = (field: Field, name: string, showing: FieldShowing): TemplateResult => {
  const { kind, autocomplete, placeholder, minLength, maxLength, min, max } = field;
  return html`<input part="input" id=${name} name=${name} value=${startOf(field, showing)}
    type=${kind === 'integer' ? 'number' : kind}
    ?required=${showing.isRequired} minlength=${minLength ?? nothing} maxlength=${maxLength ?? nothing}
    min=${min ?? nothing} max=${max ?? nothing} pattern=${patterns[kind] ?? nothing}
    placeholder=${placeholder ?? nothing} autocomplete=${autocomplete ?? nothing}
    aria-invalid=${showing.errors[name] ? 'true' : nothing}
    aria-describedby=${described(name, field, showing)}>`;
};

/** A field with its label, help and message. */
export const field = (definition: Field, showing: FieldShowing): unknown => {
  const { key, kind, width, required } = definition;
  const name = `fields.${key}`;
  const optional = required ? nothing : html`<small>(${showing.texts.optional})</small>`;
  const label = html`${definition.label} ${optional}`;
  if (kind === 'hidden') return input(definition, name, showing);
  return html`<div class="field ${width ?? ''}" part="field" ?hidden=${showing.isHidden}>${
    simple.test(kind)
      ? labelled(definition, name, showing, label, input(definition, name, showing))
      : showing.kind?.(definition, name, showing, label)
  }</div>`;
};

import type { Field, FieldKind } from '../../worker/contract/form.ts';
import { type Control, controlsIn, unchosen } from '../answers.ts';
import { missing } from '../locales/missing.ts';
import { fill, type Texts } from '../locales/texts.ts';
import type { ShownSection } from '../shown.ts';
import type { FormInPage } from './state.ts';

/** The sentence for what the browser's own validation finds wrong with a control; empty when nothing. */
const sentence = ({ validity, validationMessage }: Control, field: Field, texts: Texts): string => {
  const { kind } = field;
  // Only of what has a form of its own is there a sentence by the name of its kind.
  const { [kind]: own = '' }: Partial<Record<FieldKind, string>> = texts;
  if (validity.badInput) return own;
  // Of a file that is too large, or of another type.
  if (validity.customError) return validationMessage;
  if (validity.valueMissing) return missing(field, texts);
  if (validity.tooShort) return fill(texts.short, { n: field.minLength ?? 0 });
  if (validity.tooLong) return fill(texts.long, { n: field.maxLength ?? 0 });
  if (validity.rangeUnderflow) return fill(texts.min, { n: field.min ?? 0 });
  if (validity.rangeOverflow) return fill(texts.max, { n: field.max ?? 0 });
  return validity.valid ? '' : own;
};

/** What is wrong with a field as it stands in the page; empty when nothing. */
const fieldProblem = (root: ParentNode, field: Field, texts: Texts): string => {
  const controls = controlsIn(root).filter(({ name }) => name === `fields.${field.key}`);
  if (field.kind === 'checkboxes')
    return field.required && !controls.some((box) => (box as HTMLInputElement).checked)
      ? missing(field, texts)
      : '';
  const [control] = controls;
  return control ? sentence(control, field, texts) : '';
};

/** Returns what is wrong on the page of the form that the visitor is on, by control name. */
export const problemsIn = (
  { renderRoot, step, texts }: FormInPage,
  shown: readonly ShownSection[],
): Record<string, string> => {
  const problems: Record<string, string> = {};
  for (const field of shown[step]?.fields ?? []) {
    const problem = texts && fieldProblem(renderRoot, field, texts);
    if (problem) problems[`fields.${field.key}`] = problem;
  }
  for (const { name } of unchosen(renderRoot)) problems[name] = texts?.choose ?? '';
  return problems;
};

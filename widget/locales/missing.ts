import type { Field, FieldKind } from '../../worker/contract/form.ts';
import { fill, type Texts } from './texts.ts';

/** Says what is to be entered in a required field that is empty: by its kind, or else by its label. */
export const missing = ({ kind, label, options }: Field, texts: Texts): string => {
  if (options) return texts.choose;
  const byKind: Partial<Record<FieldKind, string>> = {
    email: texts.noEmail,
    tel: texts.noTel,
    checkbox: texts.tick,
    date: texts.date,
    integer: texts.integer,
    file: texts.file,
  };
  return byKind[kind] ?? fill(texts.required, { label: label.replace(/[\s:*]+$/, '') });
};

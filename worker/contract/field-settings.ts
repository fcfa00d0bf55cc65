import type { FieldKind } from './form.ts';

/** What can be set of a field besides its kind, its key and its label. */
export type FieldSetting =
  | 'required'
  | 'width'
  | 'help'
  | 'placeholder'
  | 'options'
  | 'length'
  | 'numbers'
  | 'dates'
  | 'value'
  | 'autocomplete'
  | 'stores'
  | 'when';

const line: readonly FieldSetting[] = [
  'required',
  'width',
  'help',
  'placeholder',
  'length',
  'autocomplete',
  'stores',
  'when',
];
const choice: readonly FieldSetting[] = ['required', 'help', 'options', 'stores', 'when'];
const bounded: readonly FieldSetting[] = ['required', 'width', 'help', 'when'];

/** The settings that mean something for each kind of field; what is set of others is not kept. */
export const settingsOf: Readonly<Record<FieldKind, readonly FieldSetting[]>> = {
  text: line,
  email: line,
  tel: line,
  textarea: ['required', 'help', 'placeholder', 'length', 'when'],
  select: [...choice, 'width', 'placeholder'],
  radio: choice,
  checkbox: ['required', 'help', 'when'],
  checkboxes: ['required', 'help', 'options', 'when'],
  date: [...bounded, 'dates'],
  integer: [...bounded, 'numbers', 'placeholder'],
  country: ['required', 'width', 'help', 'placeholder', 'autocomplete', 'stores', 'when'],
  hidden: ['value', 'stores', 'when'],
};

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
  | 'scale'
  | 'file'
  | 'image'
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
  rating: ['required', 'help', 'scale', 'when'],
  file: ['required', 'help', 'file', 'when'],
  heading: ['when'],
  paragraph: ['when'],
  image: ['image', 'when'],
};

/** The most points that a rating can have, and how many it has where nothing else is set. */
export const ratingScale = { least: 2, most: 10, usual: 5 } as const;

/** How large a file may be, in MB, and how large where nothing else is set. */
export const fileSize = { least: 1, most: 20, usual: 5 } as const;

/** What a file may be, by its ending: nothing that a browser or a computer would run. */
export const fileTypes = {
  documents: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'txt'],
  images: ['jpg', 'jpeg', 'png', 'webp', 'heic'],
  tables: ['xls', 'xlsx', 'ods', 'csv'],
} as const;

/** Every ending that a file may have. */
export const allFileTypes: readonly string[] = Object.values(fileTypes).flat();

/** The endings that a field takes: those that its value lists, or all. */
export const typesOf = (value: string | undefined): readonly string[] =>
  value ? value.split(',') : allFileTypes;

/** Which image an element shows: its SHA-256, and its width and height in pixels. */
export const imagePattern = /^([0-9a-f]{64})-(\d{1,5})x(\d{1,5})$/;

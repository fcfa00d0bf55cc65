import type { FieldKind } from './form.ts';

/** What holds for every field of a kind, wherever it is edited, shown or checked. */
type KindOfField = {
  /** Is one `<input>`; the templates of other kinds are fetched by the forms that have one. */
  simple?: true;
  /** An attribute, a property or the address bar may fill it in: never a choice, never a consent. */
  prefilled?: true;
  /** What is chosen from: options that the form's definition lists, or the countries of the world. */
  options?: 'listed' | 'countries';
  /** Takes several answers. */
  many?: true;
  /** What its `min` and `max` are. */
  bounds?: 'number' | 'date';
  /** Length that an answer may have where the field sets no `maxLength`, in UTF-16 units. */
  longest: number;
  /** Is filled in by the page, out of the visitor's sight. */
  unseen?: true;
};

/** Length of an answer on one line. */
const LINE = 500;

/** Length of an answer in a box for several lines. */
export const LONGEST_TEXT = 5000;

/** Every kind of field. A new one begins here; the compiler and the tests say where to go on. */
export const fieldKinds: Readonly<Record<FieldKind, KindOfField>> = {
  text: { simple: true, prefilled: true, longest: LINE },
  email: { simple: true, prefilled: true, longest: LINE },
  tel: { simple: true, prefilled: true, longest: LINE },
  textarea: { prefilled: true, longest: LONGEST_TEXT },
  select: { options: 'listed', longest: LINE },
  radio: { options: 'listed', longest: LINE },
  checkbox: { longest: LINE },
  checkboxes: { options: 'listed', many: true, longest: LINE },
  date: { simple: true, bounds: 'date', longest: LINE },
  integer: { simple: true, bounds: 'number', longest: LINE },
  country: { options: 'countries', longest: LINE },
  hidden: { simple: true, prefilled: true, unseen: true, longest: 1000 },
};

// The two columns that the widget reads, as short as a page can be asked to load them.
export const simple = /^(text|email|tel|date|integer|hidden)$/;
export const prefilled = /^(text|email|tel|textarea|hidden)$/;

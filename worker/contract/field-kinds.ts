import type { FieldKind, FormPart } from './form.ts';

/** What holds for every field of a kind, wherever it is edited, shown or checked. */
type KindOfField = {
  /** The part of the widget with its template, fetched by the forms that have one; without, it is one `<input>`. */
  part?: FormPart;
  /** An attribute, a property or the address bar may fill it in: never a choice, never a consent. */
  prefilled?: true;
  /** What is chosen from: options that the form's definition lists, the countries of the world, or 1 to `max`. */
  options?: 'listed' | 'countries' | 'rating';
  /** Takes several answers. */
  many?: true;
  /** What its `min` and `max` are. */
  bounds?: 'number' | 'date';
  /** Length that an answer may have where the field sets no `maxLength`, in UTF-16 units. */
  longest: number;
  /** Is filled in by the page, out of the visitor's sight. */
  unseen?: true;
  /** Shows something and asks nothing. */
  silent?: true;
};

/** Length of an answer on one line. */
const LINE = 500;

/** Length of an answer in a box for several lines. */
export const LONGEST_TEXT = 5000;

/** Every kind of field. A new one begins here; the compiler and the tests say where to go on. */
export const fieldKinds: Readonly<Record<FieldKind, KindOfField>> = {
  text: { prefilled: true, longest: LINE },
  email: { prefilled: true, longest: LINE },
  tel: { prefilled: true, longest: LINE },
  textarea: { part: 'kinds', prefilled: true, longest: LONGEST_TEXT },
  select: { part: 'kinds', options: 'listed', longest: LINE },
  radio: { part: 'kinds', options: 'listed', longest: LINE },
  checkbox: { part: 'kinds', longest: LINE },
  checkboxes: { part: 'kinds', options: 'listed', many: true, longest: LINE },
  date: { bounds: 'date', longest: LINE },
  integer: { bounds: 'number', longest: LINE },
  country: { part: 'kinds', options: 'countries', longest: LINE },
  hidden: { prefilled: true, unseen: true, longest: 1000 },
  rating: { part: 'elements', options: 'rating', longest: LINE },
  file: { part: 'elements', longest: 200 },
  heading: { part: 'elements', silent: true, longest: 0 },
  paragraph: { part: 'elements', silent: true, longest: 0 },
  image: { part: 'elements', silent: true, longest: 0 },
};

// The two columns that the widget reads, as short as a page can be asked to load them.
export const simple = /^(text|email|tel|date|integer|hidden)$/;
export const prefilled = /^(text|email|tel|textarea|hidden)$/;

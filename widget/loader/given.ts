import type { WidgetElement } from '../element.ts';
import type { Kit, Parts } from '../part.ts';

/** The class of one of our elements, as the code of each exports it. */
export type ElementClass = { element: typeof WidgetElement };

/**
 * What a script brings along. The general loader brings nothing; the script of one form, `/f/{key}.js`,
 * brings all that its form needs (worker/forms/script.ts).
 */
export type Given = {
  /** The address of the Worker, ending in a slash. */
  host?: string;
  /** The build that `form` and `parts` are of. */
  build?: string;
  /** The code of the form, as a function that fills the kit. */
  form?: (kit: Kit) => ElementClass;
  parts?: Parts;
  /** Returns the definition that came along, if it is what an element is to show. */
  definitionFor?: (element: Element) => unknown;
};

import type { WidgetElement } from '../element.ts';
import type { Kit, Parts } from '../part.ts';
import type { Guest } from '../trouble.ts';

/** The class of one of our elements, as the code of each exports it. */
export type ElementClass = { element: typeof WidgetElement };

/**
 * What a script brings along. The general loader brings nothing; the script of one form, `/f/{key}.js`, brings
 * its definition, and what shows it at once or all the code that it needs (worker/forms/script.ts).
 */
export type Given = {
  /** The address of the Worker, ending in a slash. */
  host?: string;
  /** The build that all of it is of. */
  build?: string;
  /** Brings the code of the form, as a function that fills the kit. */
  form?: ((kit: Kit) => ElementClass | Promise<ElementClass>) | undefined;
  parts?: Parts;
  /** Returns the definition that came along, if it is what an element is to show, and may paint it meanwhile. */
  definitionFor?: (element: Guest) => unknown;
};

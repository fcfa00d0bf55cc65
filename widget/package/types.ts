import type { OpenForm, SubmissionAnswer } from './api.ts';

/** An element of ours in a page, as far as a page may rely on it; custom-elements.json says what each attribute does. */
interface SamtykkeElement extends HTMLElement {
  /** The language wanted; the page's own when absent. */
  locale?: string;
  /** The address of the Worker, ending in a slash; that of `defineElements` or of the script when absent. */
  host: string;
}

/** `<samtykke-form>`: a consent form. */
export interface SamtykkeFormElement extends SamtykkeElement {
  /** The key of the form. */
  formKey: string;
  /** `popup` or `tab` for a dialog; in the page when absent. */
  display?: string;
  /** The text on a side tab; the form's title when absent. */
  label?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  level?: string;
  /** What text fields start with, by field key. A purpose or choice is never prefilled. */
  prefill?: Record<string, string>;
  /** The form itself, where the page has it already: it is then not fetched. */
  definition?: OpenForm;
  /** Opens the dialog of a pop-up or side tab. Present once the code of the element is. */
  open?(): Promise<void>;
}

/** `<samtykke-field>`: the consent part of a site's own form. */
export interface SamtykkeFieldElement extends SamtykkeElement {
  /** The key of the form whose purposes are asked. */
  formKey: string;
  /** The form itself, where the page has it already: it is then not fetched. */
  definition?: OpenForm;
  /**
   * Records what is ticked, for a site that sends its form itself. Resolves with what was recorded, or with
   * undefined if nothing was. Present once the code of the element is.
   */
  send?(): Promise<SubmissionAnswer | undefined>;
}

/** `<samtykke-preferences>`: the preference centre. */
export interface SamtykkePreferencesElement extends SamtykkeElement {
  /** A JWT by which the site vouches for its signed-in visitor. */
  identity?: string;
  /** The address to start with. */
  email?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  level?: string;
}

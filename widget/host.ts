import type { OpenForm } from '../worker/contract/form.ts';
import type { WidgetElement } from './element.ts';
import type { Texts } from './locales/texts.ts';

/** What the parts of a form that are fetched only when needed may see and do of its element. */
export type FormHost = HTMLElement &
  Pick<WidgetElement, 'requestUpdate'> & {
    /** The address of the Worker, ending in a slash. */
    host: string;
    /** The key of the form. */
    formKey: string;
    /** What the visitor sees. */
    state: { is: string };
    definition?: OpenForm;
    texts?: Texts;
    display?: string;
    label?: string;
    /** Opens the dialog of a pop-up or side tab. */
    open(): Promise<void>;
  };

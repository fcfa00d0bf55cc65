import type { OpenForm } from '../worker/contract/form.ts';
import type { WidgetElement } from './element.ts';
import type { Texts } from './locales/texts.ts';

/** What the dialog of a form may see and do of its element. */
export type FormHost = HTMLElement &
  Pick<WidgetElement, 'renderRoot'> & {
    /** The key of the form. */
    formKey: string;
    /** What the visitor sees. */
    state: { is: string };
    definition?: OpenForm;
    texts?: Texts;
    display?: string;
    /** The text on a side tab. */
    label?: string;
    /** Opens the dialog of a pop-up or side tab. */
    open(): Promise<void>;
  };

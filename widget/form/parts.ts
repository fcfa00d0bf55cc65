import type { OpenForm } from '../../worker/contract/form.ts';
import { advise } from '../advising.ts';
import { readValues } from '../answers.ts';
import { fetchPart } from '../part.ts';
import { type Dialog, type Extras, fetchExtras } from './extras.ts';
import type { FormInPage } from './state.ts';

type Answering = typeof import('./answering.ts');

/** What a form fetches beyond its own code, and puts on. */
export class Parts {
  readonly #element: FormInPage;
  /** Whether it is in the dialog that its `display` asks for. */
  #isInDialog = false;
  extras: Extras;

  constructor(element: FormInPage, extras: Extras) {
    this.#element = element;
    this.extras = extras;
    element.addController({ hostUpdate: () => this.#look() });
  }

  /** Fetches what a definition needs. */
  async prepare(definition: OpenForm): Promise<void> {
    const extras = await fetchExtras(definition, this.#element.host);
    this.extras = { ...this.extras, paging: undefined, confirm: undefined, ...extras };
  }

  /** Fetches what checks and sends the answers; undefined where it does not come. */
  async answering(): Promise<Answering | undefined> {
    const fetched = fetchPart<Answering>(this.#element.host, 'answering');
    const part = await fetched.catch(() => undefined);
    this.extras.summary = part?.summary;
    return part;
  }

  /** Sees to it that the form is in a dialog if its `display` says so, and only then. */
  #look(): void {
    if (this.#isInDialog !== !!this.#element.display) void this.dress();
  }

  /** Puts the form into its dialog, or takes it out where `display` is gone, with all that is filled in. */
  async dress(): Promise<void> {
    const element = this.#element;
    const isInDialog = !!element.display;
    if (this.#isInDialog !== isInDialog)
      element.given = { ...element.given, ...readValues(element.renderRoot) };
    this.#isInDialog = isInDialog;
    if (!isInDialog && !this.extras.dialog) return;
    // Where it does not come, its content is shown without one.
    const dialog = await fetchPart<Dialog>(element.host, 'dialog').catch((): Dialog => ({}));
    // What else the form needs may have come meanwhile.
    this.extras.dialog ??= dialog;
    if (dialog.isOdd?.(element)) advise(element, true);
    dialog.dress?.(element);
    element.requestUpdate();
  }
}

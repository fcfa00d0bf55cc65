import type { OpenForm } from '../../worker/contract/form.ts';
import { advise } from '../advising.ts';
import { readValues } from '../answers.ts';
import { addStyles } from '../element.ts';
import { fetchPart } from '../part.ts';
import { type Dialog, type Extras, fetchExtras } from './extras.ts';
import type { FormInPage } from './state.ts';

type Answering = typeof import('./answering.ts');

/** Fetches the dialog of a pop-up or side tab; its content is shown without one if that fails. */
const fetchDialog = (host: string): Promise<Dialog> =>
  fetchPart<Dialog>(host, 'dialog').catch(() => ({}));

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
    const { dialog, summary, robotCheck } = this.extras;
    this.extras = { ...extras, dialog, summary, robotCheck };
    this.#adopt();
  }

  /** Fetches what checks and sends the answers; undefined where it does not come. */
  async answering(): Promise<Answering | undefined> {
    const fetched = fetchPart<Answering>(this.#element.host, 'answering');
    const part = await fetched.catch(() => undefined);
    this.extras.summary = part?.summary;
    return part;
  }

  /** Puts on the style sheets of what is in use of what was fetched; those of other parts stay. */
  #adopt(): void {
    const root = this.#element.renderRoot as ShadowRoot;
    const { paging, dialog } = this.extras;
    if (paging?.styles) addStyles(root, paging.styles);
    const own = dialog?.styles;
    if (own && this.#isInDialog) addStyles(root, own);
    else if (own)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== own.styleSheet);
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
    const dialog = await fetchDialog(element.host);
    // What else the form needs may have come meanwhile.
    this.extras.dialog ??= dialog;
    if (dialog.isOdd?.(element)) advise(element, true);
    this.#adopt();
    element.requestUpdate();
  }
}

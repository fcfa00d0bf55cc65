import { html, nothing } from 'lit';
import type { FormAnswer, OpenForm } from '../../worker/contract/form.ts';
import type { Answers } from '../../worker/contract/visibility.ts';
import { fieldAnswers, readValues, type Values } from '../answers.ts';
import { Source } from '../definition.ts';
import { WidgetElement } from '../element.ts';
import { emit } from '../events.ts';
import { focusOn, settle, skeleton } from '../frame.ts';
import type { Texts } from '../locales/texts.ts';
import { startRobotCheck } from '../robot-check.ts';
import { Sending } from '../sending.ts';
import type { ShownSection } from '../shown.ts';
import { styles } from '../styles/form.styles.ts';
import { asking } from './asking.ts';
import { shownOf } from './extras.ts';
import type { KindTemplate } from './field.ts';
import type { Turned } from './keeping.ts';
import { outcome } from './outcome.ts';
import { Parts } from './parts.ts';
import type { State } from './state.ts';
import type { SummaryTemplate } from './summary.ts';
import { typeOn } from './typing.ts';

/**
 * A consent form: it asks, submits and shows the outcome.
 *
 * @element samtykke-form
 * @attr {string} form - The key of the form.
 * @attr {string} locale - The language wanted; the page's own when absent.
 * @attr {string} host - The address of the Worker, ending in a slash; the script's own when absent.
 * @attr {string} display - `popup` or `tab` for a dialog; in the page when absent.
 * @attr {string} trigger - What opens a dialog: `delay:8`, `scroll:50`, `exit`, separated by spaces.
 * @attr {string} label - The text on a side tab; the form's title when absent.
 * @attr {string} level - The level of the title among the page's headings; 2 when absent.
 * @attr {number} frequency - Within how many days a pop-up never opens automatically again, with `storage`; 30 when absent.
 * @attr {boolean} quiet - Keeps a pop-up from opening automatically, where the site knows that the visitor was asked.
 * @attr {boolean} storage - Lets the browser remember that a pop-up was shown, closed or sent (`localStorage`), and what is typed in a form of several pages until it is sent (`sessionStorage`). Nothing is stored without it.
 * @attr {boolean} data-layer - Tells tag managers what happens, without anything of the visitor: pushes each event into `window.dataLayer`.
 * @attr {string} prefill-* - What a text field starts with: `prefill-email="anna@example.com"`.
 *
 * @fires samtykke-ready - The form is shown. `detail: {form, version, locale}`
 * @fires samtykke-submit - The visitor submits. Cancelable. `detail: {fields, purposes, subscriptions}`
 * @fires samtykke-recorded - The decisions are in the ledger. `detail: {submission, recordedAt, decisions, receipt, outcome}`
 * @fires samtykke-confirmed - The visitor has confirmed the email address (double opt-in). `detail: {receipt}`
 * @fires samtykke-open - A pop-up or side tab is about to open. Cancelable where it opens automatically. `detail: {form, trigger}`
 * @fires samtykke-close - A pop-up or side tab was closed. `detail: {form}`
 * @fires samtykke-error - Something failed, and the visitor sees a message. `detail: {why, problem?}`
 *
 * @slot done - Shown below the thanks.
 *
 * @csspart form - The form.
 * @csspart title - Its title.
 * @csspart field - A field with its label, help and message.
 * @csspart label - A label.
 * @csspart input - A control to type or choose in.
 * @csspart purpose - A purpose with what belongs to it.
 * @csspart subscriptions - The subscription types of a purpose.
 * @csspart button - A button.
 * @csspart summary - The list of what is wrong.
 * @csspart done - The thanks.
 * @csspart problem - What is said where the form cannot be shown.
 * @csspart dialog - The pop-up.
 * @csspart tab - The side tab.
 *
 * @cssprop --samtykke-accent - Buttons, ticks and focus.
 * @cssprop --samtykke-on-accent - Text on the accent.
 * @cssprop --samtykke-error - Messages.
 * @cssprop --samtykke-border - Borders of controls.
 * @cssprop --samtykke-field - Background of controls.
 * @cssprop --samtykke-radius - Corner radius.
 * @cssprop --samtykke-gap - Spacing between fields.
 * @cssprop --samtykke-dialog - Background of the pop-up.
 * @cssprop --samtykke-on-dialog - Text in the pop-up.
 */
export class SamtykkeForm extends WidgetElement {
  static override styles = styles;

  static override properties = {
    formKey: { attribute: 'form' },
    locale: {},
    host: {},
    display: {},
    label: {},
    level: {},
    prefill: { type: Object },
    definition: { attribute: false },
    texts: { attribute: false },
    given: { state: true },
    errors: { state: true },
    native: { state: true },
    state: { state: true },
    step: { state: true },
    answers: { state: true },
    summed: { state: true },
  };

  /** The key of the form. */
  declare formKey: string;
  declare locale?: string;
  declare display?: string;
  declare label?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  declare level?: string;
  /** What text fields start with, by field key. A purpose or choice is never prefilled. */
  declare prefill?: Record<string, string>;
  declare definition?: OpenForm;
  declare texts?: Texts;
  /** @internal What the visitor entered before, by control name: on a page that came back with errors. */
  declare given: Values;
  declare errors: Record<string, string>;
  /** @internal On the server: the hidden fields that a page without JavaScript sends along. */
  declare native?: unknown;
  declare state: State;
  declare step: number;
  declare answers?: Answers;
  /** @internal Whether errors are summed up above the form: after submitting, not while typing. */
  declare summed: boolean;

  declare host: string;
  declare answer?: Promise<Response>;

  /** @internal The templates of kinds.ts; set in advance where they cannot be fetched, on the server. */
  static kind?: KindTemplate;
  /** @internal The template of summary.ts, likewise. */
  static summary?: SummaryTemplate;

  readonly #sending = new Sending();
  readonly #parts = new Parts(this, {
    kind: SamtykkeForm.kind,
    summary: SamtykkeForm.summary,
  });
  readonly #source: Source;
  #turned?: Turned;
  #isRendered = false;

  constructor() {
    super();
    settle(this);
    this.#begin();
    this.#source = new Source(this, {
      part: 'form',
      prepare: (definition) => this.#parts.prepare(definition),
      show: (answer) => this.#show(answer),
      leave: () => this.#begin(),
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#isRendered = this.shadowRoot !== null;
    return super.createRenderRoot();
  }

  /** What the server rendered stays, and can be filled in, until all is here to take its place. */
  protected override shouldUpdate(): boolean {
    return !this.#isRendered;
  }

  /** Opens the dialog of a pop-up or side tab, with whatever there is to show by now. */
  async open(): Promise<void> {
    await this.#parts.dress();
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog?.open) dialog?.showModal();
  }

  #show(answer: FormAnswer): void {
    if (!answer.active) this.state = { is: 'closed', message: answer.inactive };
    else if (this.state.is !== 'done') this.#ready(answer);
  }

  #begin(): void {
    this.state = { is: 'loading' };
    Object.assign(this, { given: {}, errors: {}, step: 0, summed: true, answers: undefined });
  }

  #ready({ form, version, locale, turnstile, style = '' }: OpenForm): void {
    this.given = { ...this.given, ...readValues(this.renderRoot) };
    if (this.#isRendered) {
      // Before the next key, which would go astray.
      void this.updateComplete.then(typeOn(this.renderRoot));
      this.renderRoot.replaceChildren();
      this.renderOptions.renderBefore = null;
      this.#isRendered = false;
    }
    const { paging } = this.#parts.extras;
    // In another language the visitor goes on where they are.
    const step = this.answers ? this.step : (paging?.restore(this) ?? 0);
    this.answers = fieldAnswers(this.given);
    this.step = Math.min(step, this.#shown.length - 1);
    this.#turned ??= paging?.keep(this);
    this.summed = false;
    this.state = { is: 'asking' };
    this.style.cssText += style;
    emit(this, 'samtykke-ready', { form, version, locale });
    if (turnstile) this.#parts.extras.robotCheck ??= startRobotCheck(this, turnstile);
  }

  get #shown(): readonly ShownSection[] {
    return shownOf(this, this.#parts.extras);
  }

  async #touch({ type, target }: Event): Promise<void> {
    const part = await this.#parts.answering();
    part?.check(this, { type, target }, () => this.#shown);
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const part = await this.#parts.answering();
    const { extras } = this.#parts;
    const sent = { shown: this.#shown, sending: this.#sending, extras };
    if (part) part.submit(this, sent, () => this.#go(1));
    else {
      this.state = { is: 'problem', why: navigator.onLine ? 'failed' : 'offline' };
      void focusOn(this, '.problem');
    }
  }

  #go(by: number): void {
    this.errors = {};
    this.step += by;
    this.#turned?.(by);
    void focusOn(this, '.step');
  }

  #content(): unknown {
    const { definition, texts } = this;
    if (!definition || !texts)
      return this.#source.trouble?.note ?? (this.formKey ? skeleton() : nothing);
    return asking(this, {
      view: definition,
      texts,
      shown: this.#shown,
      extras: this.#parts.extras,
      submit: (event) => void this.#submit(event),
      touch: (event) => void this.#touch(event),
      back: () => this.#go(-1),
    });
  }

  protected override render(): unknown {
    const { display } = this;
    const { dialog } = this.#parts.extras;
    const content = html`<div class="samtykke">${outcome(this) ?? this.#content()}</div>`;
    // Nothing of a pop-up is to be seen in the page while its dialog is on its way.
    if (display && !dialog) return nothing;
    return display && dialog?.dialog ? dialog.dialog(this, content) : content;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-form': SamtykkeForm;
  }
}

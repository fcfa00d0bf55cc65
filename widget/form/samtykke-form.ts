import { adoptStyles, html, LitElement, nothing, type TemplateResult } from 'lit';
import { simple } from '../../worker/contract/field-kinds.ts';
import type { OpenForm } from '../../worker/contract/form.ts';
import type { Problem } from '../../worker/contract/problem.ts';
import type { Answers } from '../../worker/contract/visibility.ts';
import { wantedLocale } from '../address.ts';
import { type Control, fieldAnswers, readAnswered, readValues, type Values } from '../answers.ts';
import { type Loaded, loadOnce } from '../definition.ts';
import { emit } from '../events.ts';
import { isRightToLeft, ownLocale, type Texts } from '../locales/texts.ts';
import { Sending } from '../sending.ts';
import type { ShownSection } from '../shown.ts';
import { styles } from '../styles/form.styles.ts';
import { asking } from './asking.ts';
import type { Confirming } from './confirm.ts';
import type { KindTemplate } from './field.ts';
import { problemsIn } from './validity.ts';

/** What the visitor sees. */
type State =
  | { is: 'loading' | 'asking' | 'sending' | 'done' | 'unavailable' | 'confirming' }
  | { is: 'problem'; why: 'failed' | 'offline' | 'busy' }
  | { is: 'closed'; message: string };

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
 * @attr {string} prefill-* - What a text field starts with: `prefill-email="anna@example.com"`.
 *
 * @fires samtykke-ready - The form is shown. `detail: {form, version, locale}`
 * @fires samtykke-submit - The visitor submits. Cancelable. `detail: {fields, purposes, subscriptions}`
 * @fires samtykke-recorded - The decisions are in the ledger. `detail: {submission, recordedAt, decisions, receipt}`
 * @fires samtykke-confirmed - The visitor has confirmed the email address (double opt-in). `detail: {receipt}`
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
export class SamtykkeForm extends LitElement {
  static override styles = styles;

  static override properties = {
    formKey: { attribute: 'form' },
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

  /** @internal The templates of kinds.ts; set beforehand where they cannot be fetched, on the server. */
  static kind?: KindTemplate;

  readonly #sending = new Sending();
  #paging?: typeof import('./paging.ts');
  #dialog?: typeof import('../display/dialog.ts');
  #confirm?: typeof import('./confirm.ts');
  #confirming?: Confirming;
  /** What Turnstile answered. */
  #turnstile?: string;
  #isRendered = false;
  #isReady: Promise<void>;

  constructor() {
    super();
    this.state = { is: 'loading' };
    this.given = {};
    this.errors = {};
    this.step = 0;
    this.summed = true;
    this.#isReady = loadOnce(this, 'form', (definition) => this.#prepare(definition)).then(
      (loaded) => this.#show(loaded),
    );
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#isRendered = this.shadowRoot !== null;
    return super.createRenderRoot();
  }

  /** What the server rendered stays, and can be filled in, until all is here to take its place. */
  protected override shouldUpdate(): boolean {
    return !this.#isRendered;
  }

  /** Fetches a file of this build. */
  #fetch(name: string) {
    return import(`${this.host}w/${BUILD}/${name}.js`);
  }

  /** Fetches what this form needs beyond what every form does. */
  async #prepare({ sections, confirming }: OpenForm): Promise<void> {
    const fields = sections.flatMap(({ fields }) => fields);
    if (!fields.every(({ kind }) => simple.test(kind)))
      SamtykkeForm.kind ??= (await this.#fetch('kinds')).kind;
    if (sections[1] || fields.some(({ when }) => when)) this.#paging = await this.#fetch('paging');
    if (confirming) this.#confirm = await this.#fetch('confirm');
    if (!this.display) return;
    const dialog: typeof import('../display/dialog.ts') = await this.#fetch('dialog');
    this.#dialog = dialog;
    adoptStyles(this.renderRoot as ShadowRoot, [styles, dialog.styles]);
  }

  /** Opens the dialog of a pop-up or side tab. */
  async open(): Promise<void> {
    await this.#isReady;
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog?.open) dialog?.showModal();
  }

  #show(loaded: Loaded): void {
    if (!loaded || !('active' in loaded)) this.#unavailable(loaded);
    else if (loaded.active) this.#ready(loaded);
    else this.#closed(loaded.inactive);
  }

  #ready({ form, version, locale, turnstile, style = '' }: OpenForm): void {
    if (this.#isRendered) {
      this.given = { ...this.given, ...readValues(this.renderRoot) };
      this.renderRoot.replaceChildren();
      this.renderOptions.renderBefore = null;
      this.#isRendered = false;
    }
    this.answers = fieldAnswers(this.given);
    this.summed = false;
    this.state = { is: 'asking' };
    this.style.cssText += style;
    emit(this, 'samtykke-ready', { form, version, locale });
    if (turnstile)
      this.#fetch('turnstile').then(({ ask }) =>
        ask(this, turnstile, (answer: string) => {
          this.#turnstile = answer;
        }),
      );
  }

  #closed(message: string): void {
    this.state = { is: 'closed', message };
  }

  #unavailable(problem?: Problem): void {
    this.state = { is: 'unavailable' };
    this.#fetch(ownLocale(wantedLocale(this))).then(
      (module) => {
        this.texts ??= module.default;
      },
      () => {},
    );
    emit(this, 'samtykke-error', { why: 'unavailable', problem });
  }

  get #shown(): readonly ShownSection[] {
    const { answers, definition } = this;
    const sections = definition?.sections ?? [];
    return answers && this.#paging
      ? this.#paging.shownWith(sections, answers)
      : sections.map((section) => ({ section, fields: section.fields }));
  }

  /** What is wrong on the page of the form that the visitor is on. */
  get #problems(): Record<string, string> {
    const fields = this.#shown[this.step]?.fields;
    return fields && this.texts ? problemsIn(this.renderRoot, fields, this.texts) : {};
  }

  /** A field is checked when it is left, and again on each change once it was wrong. */
  #touched({ type, target }: Event): void {
    const { name, value } = target as Control;
    const check = () => {
      this.errors = { ...this.errors, [name]: this.#problems[name] ?? '' };
    };
    if (type === 'input') {
      // Counted once, as one more who began; without a word of who it is.
      if (!this.answers) navigator.sendBeacon(`${this.host}v1/forms/${this.formKey}/started`);
      this.answers = fieldAnswers(readValues(this.renderRoot));
      if (this.errors[name]) check();
    }
    // Leaving an empty field is no mistake yet: the visitor may only be passing through.
    else if (!value) return;
    // A message that appears under the pointer would move away what is being pressed.
    else if (document.documentElement.matches(':active'))
      addEventListener('pointerup', () => setTimeout(check), { once: true });
    else check();
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.state.is === 'sending') return;
    this.errors = this.#problems;
    this.summed = true;
    if (Object.keys(this.errors).length > 0) void this.#focus('.summary');
    else if (this.step < this.#shown.length - 1) this.#go(1);
    else void this.#send();
  }

  #go(by: number): void {
    this.errors = {};
    this.step += by;
    void this.#focus('.step');
  }

  async #send(): Promise<void> {
    const { definition } = this;
    if (!definition) return;
    const answered = readAnswered(this.renderRoot, this.#shown);
    if (!emit(this, 'samtykke-submit', answered)) return;
    this.state = { is: 'sending' };
    const { form, version, locale, part } = definition;
    const trap = this.renderRoot.querySelector<HTMLInputElement>('[name=trap]');
    const outcome = await this.#sending.send(this.host, form, {
      version,
      locale,
      part,
      ...answered,
      page: location.href.split('#')[0],
      trap: trap?.value || undefined,
      turnstile: this.#turnstile,
    });

    if (outcome.is === 'recorded') {
      this.#confirming = this.#confirm?.confirming(
        this,
        outcome.answer,
        answered.fields.email,
        (receipt) => this.#confirmed(receipt),
      );
      this.state = { is: this.#confirming ? 'confirming' : 'done' };
      void this.#focus('.done');
      if (emit(this, 'samtykke-recorded', outcome.answer) && !this.#confirming) this.#redirect();
      return;
    }
    const { problem } = outcome;
    if (problem?.type === '/problems/inactive' && problem.detail) this.#closed(problem.detail);
    else if (outcome.is === 'refused' && problem?.errors?.some(({ field }) => field.includes('.')))
      this.#refuse(problem);
    else {
      if (trap) trap.value = '';
      this.state = { is: 'problem', why: outcome.is === 'failed' ? outcome.why : 'failed' };
      void this.#focus('.problem');
    }
    emit(this, 'samtykke-error', {
      why: outcome.is === 'failed' ? outcome.why : 'refused',
      problem,
    });
  }

  #redirect(): void {
    const redirect = this.definition?.done.redirect;
    if (redirect) location.assign(redirect);
  }

  /** The visitor has confirmed the address. */
  #confirmed(receipt: string): void {
    this.state = { is: 'done' };
    void this.#focus('.done');
    if (emit(this, 'samtykke-confirmed', { receipt })) this.#redirect();
  }

  /** Shows what the Worker found wrong, on the first page where it did. */
  #refuse({ errors = [] }: Problem): void {
    this.state = { is: 'asking' };
    this.summed = true;
    this.errors = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    const step = this.#shown.findIndex(({ fields }) =>
      fields.some(({ key }) => this.errors[`fields.${key}`]),
    );
    if (step >= 0) this.step = step;
    void this.#focus('.summary');
  }

  /** What an attribute, a property or the page's address offers for a text field. */
  #prefill(key: string): string | undefined {
    const fromAddress = () => new URLSearchParams(globalThis.location?.search).get(key);
    return this.getAttribute(`prefill-${key}`) ?? this.prefill?.[key] ?? fromAddress() ?? undefined;
  }

  #asking(view: OpenForm, texts: Texts): TemplateResult {
    const { state, step, level, host, native } = this;
    const isLive = this.answers !== undefined;
    return asking(view, {
      texts,
      host,
      step,
      level,
      native,
      isLive,
      shown: this.#shown,
      paging: this.#paging,
      given: this.given,
      errors: this.errors,
      prefill: (key) => this.#prefill(key),
      kind: SamtykkeForm.kind,
      isSummed: this.summed,
      isSending: state.is === 'sending',
      why: state.is === 'problem' ? state.why : undefined,
      submit: (event) => this.#submit(event),
      touch: (event) => this.#touched(event),
      back: () => this.#go(-1),
    });
  }

  #content(): unknown {
    const { definition, texts, state } = this;
    if (state.is === 'closed') return html`<p part="done" class="done">${state.message}</p>`;
    if (state.is === 'unavailable')
      return texts ? html`<p class="problem" role="alert">${texts.unavailable}</p>` : nothing;
    if (!definition || !texts)
      return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    if (state.is === 'confirming') return this.#confirming?.template();
    if (state.is === 'done')
      return html`
        <div class="done" part="done" role="status" tabindex="-1">
          <h2>${definition.done.title}</h2>
          <p>${definition.done.text}</p>
          <slot name="done"></slot>
        </div>`;
    return this.#asking(definition, texts);
  }

  protected override render(): unknown {
    const { definition, display } = this;
    const locale = definition?.locale ?? '';
    const content = html`<div class="samtykke" lang=${locale || nothing} dir=${
      isRightToLeft(locale) ? 'rtl' : nothing
    }>${this.#content()}</div>`;
    return display ? this.#dialog?.dialog(this, content) : content;
  }
}

/** The folder of this build below `host`, set by widget/tools/build.ts. */
declare const BUILD: string;

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-form': SamtykkeForm;
  }
}

import { html, nothing } from 'lit';
import type { OpenForm } from '../../worker/contract/form.ts';
import { bareAddress } from '../../worker/contract/tidy.ts';
import { type Answered, readDecisions, readValues, unchosen } from '../answers.ts';
import { purpose } from '../consent/purpose.ts';
import { type Loaded, loadOnce } from '../definition.ts';
import { WidgetElement } from '../element.ts';
import { emit } from '../events.ts';
import { settle } from '../frame.ts';
import type { Texts } from '../locales/texts.ts';
import { randomId, Sending } from '../sending.ts';
import { styles } from '../styles/form.styles.ts';

const looksLikeEmail = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;
const TRIES = 3;

/**
 * The consent part of the site's own form: only the purposes and subscription types. It takes the
 * address from the site's field, keeps the site's form from being sent while that is missing, sends
 * its submission as the form goes, and puts the receipt id into the form's data.
 *
 * @element samtykke-field
 * @attr {string} form - The key of the form whose purposes are asked.
 * @attr {string} email-field - The name of the site's own email field; `email` when absent.
 * @attr {string} name - Under which the receipt id goes into the site's form; `samtykke-receipt` when absent.
 * @attr {string} locale - The language wanted; the page's own when absent.
 * @attr {string} host - The address of the Worker, ending in a slash; the script's own when absent.
 *
 * @fires samtykke-ready - The purposes are shown. `detail: {form, version, locale}`
 * @fires samtykke-submit - The site's form is submitted. Cancelable. `detail: {fields, purposes, subscriptions}`
 * @fires samtykke-recorded - The decisions are in the ledger. `detail: {submission, recordedAt, decisions, receipt, outcome}`
 * @fires samtykke-error - Something failed. `detail: {why, problem?}`
 *
 * @csspart purpose - A purpose with what belongs to it.
 * @csspart subscriptions - The subscription types of a purpose.
 */
export class SamtykkeField extends WidgetElement {
  static override styles = styles;
  static formAssociated = true;

  static override properties = {
    formKey: { attribute: 'form' },
    definition: { attribute: false },
    texts: { attribute: false },
    problem: { state: true },
  };

  /** The key of the form whose purposes are asked. */
  declare formKey: string;
  declare definition?: OpenForm;
  declare texts?: Texts;
  declare problem?: string;
  declare host: string;
  declare answer?: Promise<Response>;

  readonly #internals = this.attachInternals();
  readonly #sending = new Sending();
  /** Made here, not by the Worker, because the site's form does not wait for its answer. */
  #receipt = randomId();
  /** The answers that the receipt is for. */
  #text = '';
  #leave = new AbortController();

  constructor() {
    super();
    settle(this);
    void loadOnce(this, 'field').then((loaded) => this.#show(loaded));
  }

  /**
   * To the browser a `form` attribute names the id of the form that a control belongs to. Taken as our
   * key and put away, it leaves the control with the form that it stands in.
   */
  override attributeChangedCallback(
    name: string,
    before: string | null,
    value: string | null,
  ): void {
    if (name === 'form' && value === null) return;
    super.attributeChangedCallback(name, before, value);
    if (name === 'form') this.removeAttribute('form');
  }

  /** A closed form asks nothing, and never stands in the way of the site's own. */
  #show(loaded: Loaded): void {
    if (!loaded || !('active' in loaded))
      emit(this, 'samtykke-error', { why: 'unavailable', problem: loaded });
    else if (loaded.active) this.#ready(loaded);
  }

  #ready({ form, version, locale }: OpenForm): void {
    emit(this, 'samtykke-ready', { form, version, locale });
    void this.updateComplete.then(() => this.#changed());
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#leave.abort();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    form?.addEventListener('input', () => this.#changed(), { signal });
    form?.addEventListener('submit', (event) => this.#submit(event), { signal });
    // A form that it was moved to has an address of its own.
    if (form) this.#changed();
  }

  formResetCallback(): void {
    for (const box of this.renderRoot.querySelectorAll('input')) box.checked = false;
    this.#changed();
  }

  get #email(): string {
    const name = this.getAttribute('email-field') ?? 'email';
    const control = this.#internals.form?.elements.namedItem(name);
    return control instanceof HTMLInputElement ? bareAddress(control.value) : '';
  }

  #answered(): Answered {
    const asked = this.definition?.sections.flatMap(({ purposes }) => purposes) ?? [];
    return { fields: { email: this.#email }, ...readDecisions(readValues(this.renderRoot), asked) };
  }

  /** A consent needs an address to be recorded for. */
  #changed(): void {
    if (!this.definition || !this.texts) return;
    const answered = this.#answered();
    const isYes = Object.values(answered.purposes).includes(true);
    const isWrong = isYes && !looksLikeEmail.test(this.#email);
    const [unchosenBox] = unchosen(this.renderRoot);
    const anchor = unchosenBox ?? this.renderRoot.querySelector('input') ?? undefined;
    if (isWrong || unchosenBox)
      this.#internals.setValidity(
        { customError: true },
        isWrong ? this.texts.email : this.texts.choose,
        anchor,
      );
    else this.#internals.setValidity({});

    const text = JSON.stringify(answered);
    if (text !== this.#text) this.#receipt = randomId();
    this.#text = text;
    const data = new FormData();
    if (looksLikeEmail.test(this.#email))
      data.append(this.getAttribute('name') ?? 'samtykke-receipt', this.#receipt);
    this.#internals.setFormValue(data);
  }

  #submit(event: Event): void {
    this.#changed();
    const { definition } = this;
    // A form with `novalidate` does not ask us before it fires its event.
    if (!this.#internals.reportValidity()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (!definition || !looksLikeEmail.test(this.#email)) return;
    const answered = this.#answered();
    if (!emit(this, 'samtykke-submit', answered)) return;
    void this.#send(definition, answered);
  }

  async #send({ form, version, locale, part }: OpenForm, answered: Answered): Promise<void> {
    const body = { version, locale, part, ...answered, receipt: this.#receipt };
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#sending.send(this.host, form, body, true);
      if (outcome.is === 'recorded') {
        emit(this, 'samtykke-recorded', outcome.answer);
        return;
      }
      if (outcome.why === 'refused' || attempt === TRIES) {
        const { why, problem } = outcome;
        this.problem = problem?.errors?.[0]?.message ?? this.texts?.failed;
        emit(this, 'samtykke-error', { why, problem });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * attempt));
    }
  }

  protected override render(): unknown {
    const { definition, texts, problem } = this;
    if (!definition || !texts) return nothing;
    const purposes = definition.sections.flatMap((section) => section.purposes);
    return html`
      <div class="samtykke section" @input=${this.#changed}>
        ${purposes.map((each) => purpose(each, { texts, given: {}, errors: {} }))}
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-field': SamtykkeField;
  }
}

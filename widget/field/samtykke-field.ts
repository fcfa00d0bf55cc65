import { html, nothing } from 'lit';
import type { FormAnswer, OpenForm } from '../../worker/contract/form.ts';
import type { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { advise } from '../advising.ts';
import { readDecisions, readValues, unchosen } from '../answers.ts';
import { purpose } from '../consent/purpose.ts';
import { Source } from '../definition.ts';
import { WidgetElement } from '../element.ts';
import { type Answered, emit } from '../events.ts';
import { settle } from '../frame.ts';
import type { Texts } from '../locales/texts.ts';
import { startRobotCheck } from '../robot-check.ts';
import { randomId, Sending } from '../sending.ts';
import { styles } from '../styles/form.styles.ts';
import type { RobotCheck } from '../turnstile.ts';
import { emailIn, isEmail } from './email-field.ts';
import { follow } from './going.ts';
import { wait } from './wait.ts';

/** How often a submission is tried while the page stays; once more as it is left. */
const TRIES = 4;

/** What was begun for some answers, and what comes of it. */
type Begun = {
  text: string;
  receipt: string;
  answer: Promise<SubmissionAnswer | undefined>;
  /** Whether it failed, or the visitor submitted once more: then the same is sent again. */
  mayRepeat?: boolean;
};

/**
 * The consent part of the site's own form: only the purposes and subscription types. It takes the
 * address from the site's field, and keeps the site's form from being sent while that is missing. When
 * the form goes, after all of the site's listeners, it sends its submission and puts the receipt id into
 * the form's data. A site that refuses its form records nothing.
 *
 * @element samtykke-field
 * @attr {string} form - The key of the form whose purposes are asked.
 * @attr {string} email-field - The name or id of the site's own email field, of whatever kind; `email` when absent.
 * @attr {string} name - Under which the receipt id goes into the site's form; `samtykke-receipt` when absent.
 * @attr {boolean} manual - Only `send()` records: for a site that checks its form after it has prevented the submission.
 * @attr {string} locale - The language wanted; the page's own when absent.
 * @attr {string} host - The address of the Worker, ending in a slash; the script's own when absent.
 * @attr {boolean} data-layer - Tells tag managers what happens, without anything of the visitor: pushes each event into `window.dataLayer`.
 *
 * @fires samtykke-ready - The purposes are shown. `detail: {form, version, locale}`
 * @fires samtykke-submit - The site's form goes. Cancelable. `detail: {fields, purposes, subscriptions}`
 * @fires samtykke-recorded - The decisions are in the ledger. `detail: {submission, recordedAt, decisions, receipt, outcome}`
 * @fires samtykke-error - Something failed. `detail: {why, problem?}`
 *
 * @csspart problem - What is said where the purposes cannot be shown.
 * @csspart purpose - A purpose with what belongs to it.
 * @csspart subscriptions - The subscription types of a purpose.
 */
export class SamtykkeField extends WidgetElement {
  static override styles = styles;
  static formAssociated = true;

  static override properties = {
    formKey: { attribute: 'form' },
    locale: {},
    host: {},
    definition: { attribute: false },
    texts: { attribute: false },
    problem: { state: true },
  };

  /** The key of the form whose purposes are asked. */
  declare formKey: string;
  declare locale?: string;
  declare definition?: OpenForm;
  declare texts?: Texts;
  declare problem?: string;
  declare host: string;
  declare answer?: Promise<Response>;

  readonly #internals = this.attachInternals();
  readonly #sending = new Sending();
  #begun?: Begun;
  #robotCheck?: RobotCheck;
  readonly #source = new Source(this, { part: 'field', show: (answer) => this.#show(answer) });
  #leave = new AbortController();

  constructor() {
    super();
    settle(this);
  }

  /**
   * To the browser `form` names the id of the form that a control belongs to. Put away, where a clone finds
   * it, it leaves the control with the form that it stands in.
   */
  override attributeChangedCallback(...change: [string, string | null, string | null]): void {
    const [name, , value] = change;
    if (name === 'form' && value === null) return;
    super.attributeChangedCallback(...change);
    if (name !== 'form') return;
    this.dataset.form = this.formKey;
    this.removeAttribute('form');
  }

  /** A closed form asks nothing, and never stands in the way of the site's own. */
  #show(answer: FormAnswer): void {
    if (!answer.active) return;
    const { form, version, locale, turnstile } = answer;
    emit(this, 'samtykke-ready', { form, version, locale });
    void this.updateComplete.then(() => this.#changed());
    if (this.#email === undefined) advise(this, true);
    if (turnstile) this.#robotCheck ??= startRobotCheck(this, turnstile);
  }

  override formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#leave.abort();
    this.#leave = new AbortController();
    if (!form) return;
    follow(
      form,
      {
        changed: () => this.#changed(),
        mayGo: () => {
          this.#changed();
          if (this.#begun) this.#begun.mayRepeat = true;
          // A form with `novalidate` does not ask us before it fires its event.
          return this.#internals.reportValidity();
        },
        // Once the form goes, the page may be left before there is an answer to send.
        holds: (again) => isEmail(this.#email) && !!this.#robotCheck?.holds(again),
        collect: (data, isGoing) => this.#collect(data, isGoing),
      },
      this.#leave,
    );
    // A form that it was moved to has an address of its own.
    this.#changed();
  }

  formResetCallback(): void {
    for (const box of this.renderRoot.querySelectorAll('input')) box.checked = false;
    this.#changed();
  }

  get #email(): string | undefined {
    const { form } = this.#internals;
    return form ? emailIn(form, this.getAttribute('email-field') ?? 'email') : undefined;
  }

  #answered(): Answered & { fields: { email: string } } {
    const asked = this.definition?.sections.flatMap(({ purposes }) => purposes) ?? [];
    return {
      fields: { email: this.#email ?? '' },
      ...readDecisions(readValues(this.renderRoot), asked),
    };
  }

  /** A consent needs an address to be recorded for. */
  #changed(): void {
    if (!this.definition || !this.texts) return;
    const { purposes } = this.#answered();
    const email = this.#email;
    // A form without such a field is the marketer's mistake, and stops no visitor.
    const isWrong = email !== undefined && Object.values(purposes).some(Boolean) && !isEmail(email);
    const [unchosenBox] = unchosen(this.renderRoot);
    const anchor = unchosenBox ?? this.renderRoot.querySelector('input') ?? undefined;
    // What the browser says, it says at the anchor.
    const wrong = unchosenBox ? this.texts.choose : isWrong ? this.texts.email : '';
    this.#internals.setValidity({ customError: !!wrong }, wrong, anchor);
  }

  /**
   * Records what is ticked, for a site that sends its form itself. Resolves with what was recorded, or with
   * undefined if nothing was: no address, something missing, prevented, or failed, which the visitor sees.
   * The form's data then holds the receipt id.
   */
  async send(): Promise<SubmissionAnswer | undefined> {
    this.#changed();
    return this.#internals.reportValidity() ? this.#begin()?.answer : undefined;
  }

  /** No receipt id goes out without its submission. */
  #collect(data: FormData, isGoing: boolean): void {
    const begun = this.#begin(!isGoing || this.hasAttribute('manual'));
    if (begun && !this.#robotCheck?.isMissed)
      data.append(this.getAttribute('name') ?? 'samtykke-receipt', begun.receipt);
  }

  /** Begins to send, unless that was done. Undefined if there is nothing to send, or what is to be sent was not begun. */
  #begin(isOnlyAsking = false): Begun | undefined {
    const { definition } = this;
    const answered = this.#answered();
    const text = JSON.stringify(answered);
    const same = this.#begun?.text === text ? this.#begun : undefined;
    if (isOnlyAsking || (same && !same.mayRepeat)) return same;
    const isAble = this.#internals.checkValidity() && !this.matches(':disabled');
    if (!definition || !isEmail(answered.fields.email) || !isAble) return;
    if (!emit(this, 'samtykke-submit', answered)) return;
    // Made here, not by the Worker, because the site's form does not wait for its answer.
    const receipt = same?.receipt ?? randomId();
    const begun: Begun = { text, receipt, answer: this.#send(definition, answered, receipt) };
    void begun.answer.then((answer) => {
      begun.mayRepeat ||= !answer;
    });
    this.#begun = begun;
    return begun;
  }

  async #send(
    { form, version, locale, part }: OpenForm,
    answered: Answered,
    receipt: string,
  ): Promise<SubmissionAnswer | undefined> {
    const body = { version, locale, part, ...answered, receipt };
    this.problem = undefined;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#sending.send(this.host, form, body, {
        keepalive: true,
        robotCheck: this.#robotCheck,
      });
      if (outcome.is === 'recorded') {
        emit(this, 'samtykke-recorded', outcome.answer);
        return outcome.answer;
      }
      const { why, problem } = outcome;
      if (why === 'refused' || attempt === TRIES) {
        this.problem = problem?.errors?.[0]?.message ?? this.texts?.failed;
        emit(this, 'samtykke-error', { why, problem });
        return;
      }
      await wait(1000 * attempt);
    }
  }

  protected override render(): unknown {
    const { definition, texts, problem } = this;
    if (!definition || !texts)
      return html`<div class="samtykke">${this.#source.trouble?.note ?? nothing}</div>`;
    const purposes = definition.sections.flatMap((section) => section.purposes);
    return html`
      <div class="samtykke section">
        ${purposes.map((each) => purpose(each, { texts, given: {}, errors: {} }))}
        <slot name="turnstile"></slot>
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-field': SamtykkeField;
  }
}

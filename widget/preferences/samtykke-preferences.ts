import { html, LitElement, nothing } from 'lit';
import type { HistoryLine, Preferences, Saved } from '../../worker/contract/preferences.ts';
import type { FieldError } from '../../worker/contract/problem.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import { wantedLocale } from '../address.ts';
import type { Values } from '../answers.ts';
import { emit } from '../events.ts';
import { SamtykkeForm } from '../form/samtykke-form.ts';
import { isRightToLeft, ownLocale } from '../locales/texts.ts';
import { styles } from '../styles/form.styles.ts';
import { preferencesStyles } from '../styles/preferences.styles.ts';
import { actionsOf } from './actions.ts';
import { changesOf, choices, pausesOf } from './choices.ts';
import type { Centre, Choosing, Notice, State } from './choosing.ts';
import { Client } from './client.ts';
import { asking, asksCode } from './entering.ts';
import { needsKinds } from './mine.ts';
import { confirmErasure } from './rights.ts';
import type { Words } from './words/words.ts';

/**
 * The preference centre: a visitor proves that an address is theirs, sees every consent given or refused
 * with it, and changes them. The session stays in memory and ends with the page.
 *
 * @element samtykke-preferences
 * @attr {string} locale - The language wanted; the page's own when absent.
 * @attr {string} host - The address of the Worker, ending in a slash; the script's own when absent.
 * @attr {string} level - The level of the title among the page's headings; 2 when absent.
 * @attr {string} identity - A JWT by which the site vouches for its signed-in visitor; used once.
 * @attr {string} email - The address to start with, where the site knows it.
 *
 * @fires samtykke-saved - Changes are in the ledger. `detail: {recordedAt, decisions, overtaken}`
 * @fires samtykke-error - Something failed and the visitor sees a message. `detail: {why}`
 *
 * @csspart form - A form.
 * @csspart title - The title.
 * @csspart purpose - A purpose with what belongs to it.
 * @csspart subscriptions - The subscription types of a purpose.
 * @csspart field - A field with its label and message.
 * @csspart label - A label.
 * @csspart input - A control to type in.
 * @csspart button - A button.
 */
export class SamtykkePreferences extends LitElement {
  static override styles = [styles, preferencesStyles];

  static override properties = {
    email: {},
    level: {},
    view: { state: true },
    words: { state: true },
    past: { state: true },
    requests: { state: true },
    notice: { state: true },
    state: { state: true },
  };

  /** The address to start with. */
  declare email?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  declare level?: string;
  declare view?: Preferences;
  declare words?: Words;
  declare past?: readonly HistoryLine[];
  declare requests?: readonly PersonRequest[];
  declare notice?: Notice;
  declare state: State;
  declare host: string;

  readonly #client = new Client(() => this.host);
  #listening = new AbortController();
  /** In a browser, from when it is first in a page; it stays so while it is moved. */
  #isStarted = false;

  constructor() {
    super();
    this.state = { is: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    addEventListener('beforeunload', (event) => this.#isChanged && event.preventDefault(), {
      signal: this.#listening.signal,
    });
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.host ??= this.getAttribute('host') ?? new URL('../../', import.meta.url).href;
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  get #locale(): string {
    return wantedLocale(this);
  }

  async #start(): Promise<void> {
    const locale = ownLocale(this.#locale);
    try {
      const [words, own] = await Promise.all([
        import(`${this.host}w/${BUILD}/preferences-${locale}.js`),
        this.#client.branding(this.#locale),
      ]);
      this.words = { ...words.default, ...own.body };
    } catch {
      this.state = { is: 'unavailable' };
      emit(this, 'samtykke-error', { why: 'unavailable' });
      return;
    }
    const link = /[#&]samtykke=([^&]+)/.exec(location.hash)?.[1];
    if (!link) {
      const identity = this.getAttribute('identity');
      if (identity && (await this.#client.enterByIdentity(identity)) === 201) await this.#show();
      else this.state = { is: 'asking' };
      return;
    }
    // The token leaves the address bar, and with it the browser's history, before anything else.
    history.replaceState(history.state, '', location.pathname + location.search);
    if ((await this.#client.enterByLink(link)) === 201) await this.#show();
    else this.#display({ is: 'asking' }, this.words?.late);
  }

  /** Shows something, and says a sentence above it. */
  #display(state: State, text?: string, isProblem = true, savedAt?: number): void {
    this.state = state;
    this.notice = { text, isProblem, savedAt };
    if (text && isProblem) emit(this, 'samtykke-error', { why: 'refused' });
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[tabindex], [name=code]')?.focus(),
    );
  }

  /** Shows what stands now; false when it could not be read. */
  async #show(): Promise<boolean> {
    const [{ status, body }, asked] = await Promise.all([
      this.#client.preferences(this.#locale),
      this.#client.requests(),
    ]);
    this.requests = asked.body?.requests;
    if (!body) {
      this.#display({ is: 'asking' }, status === 401 ? this.words?.over : this.words?.failed);
      return false;
    }
    if (needsKinds(body.fields))
      SamtykkeForm.kind = (await import(`${this.host}w/${BUILD}/kinds.js`)).kind;
    this.past = undefined;
    this.view = body;
    this.#display({ is: 'in' });
    return true;
  }

  /** Says what is wrong with corrections, each beside its field. */
  #refuse(given: Values, errors: readonly FieldError[]): void {
    this.notice = {
      given,
      errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    };
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
    );
  }

  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.email = String(new FormData(event.target as HTMLFormElement).get('email'));
    const { body } = await this.#client.requestCode(this.email, this.#locale);
    if (body) this.#display({ is: 'code', entry: body.entry });
    else this.#display({ is: 'asking' }, this.words?.failed);
  }

  async #enter(event: SubmitEvent, entry: string): Promise<void> {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code'));
    const status = await this.#client.enterByCode(entry, code);
    if (status === 201) await this.#show();
    else this.#display(this.state, status === 422 ? this.words?.wrong : this.words?.failed);
  }

  /** The changes that the visitor wants; `everything` switches all off. */
  #wanted(view: Preferences, everything = false) {
    const form = this.renderRoot.querySelector<HTMLFormElement>('.choices') ?? undefined;
    const posted = new FormData(form);
    return {
      changes: changesOf(view, (name) => !everything && posted.has(name)),
      pauses: pausesOf(view, (name) => posted.get(name)),
    };
  }

  get #isChanged(): boolean {
    if (this.state.is !== 'in' || !this.view) return false;
    const { changes, pauses } = this.#wanted(this.view);
    return changes.length + pauses.length > 0;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { view, words } = this;
    if (!view || !words) return;
    const button = event.submitter as HTMLButtonElement | null;
    const everything = button?.name === 'everything';
    const { changes, pauses } = this.#wanted(view, everything);
    if (changes.length + pauses.length === 0 && !everything) {
      this.#display({ is: 'in' }, words.same, false);
      return;
    }
    const { statement, locale } = view;
    const page = location.href.split('#')[0];
    const wanted = { statement, locale, page, changes, everything, pauses };
    const { status, body } = await this.#client.save(wanted);
    if (body) this.#saved(body, words, pauses.length);
    else if (status === 401) this.#display({ is: 'asking' }, words.over);
    else if (status === 409) await this.#show();
    else this.#display({ is: 'in' }, words.failed);
  }

  #saved({ preferences, ...saved }: Saved, words: Words, pauses: number): void {
    this.view = preferences;
    this.past = undefined;
    // Boxes ticked by hand would stay as they are; they must show what is now recorded.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLFormElement>('.choices')?.reset(),
    );
    const { overtaken, decisions, recordedAt } = saved;
    const savedAt = decisions.length > 0 ? recordedAt : undefined;
    const done = decisions.length + pauses > 0 ? 'saved' : 'same';
    this.#display({ is: 'in' }, words[overtaken ? 'overtaken' : done], false, savedAt);
    emit(this, 'samtykke-saved', saved);
  }

  /** Reads the history when it is first opened. */
  async #open(event: Event, locale: string): Promise<void> {
    if ((event.target as HTMLDetailsElement).open)
      this.past ??= (await this.#client.history(locale)).body?.history;
  }

  #close(): void {
    this.#client.signOut();
    this.view = undefined;
    this.#display({ is: 'asking' });
  }

  /** Handlers are for the browser; on the server a form posts by itself. */
  #choosing(view: Preferences, words: Words): Choosing {
    const { host, notice, past: history, level, requests } = this;
    const shown = { view, words, host, ...notice, history, level, requests };
    if (!this.#isStarted) return shown;
    const centre: Centre = {
      display: (...shown) => this.#display(...shown),
      show: () => this.#show(),
      refuse: (given, errors) => this.#refuse(given, errors),
    };
    return {
      ...shown,
      actions: {
        ...actionsOf(centre, this.#client, view, words),
        submit: (event) => void this.#save(event),
        open: (event) => void this.#open(event, view.locale),
        leave: () => this.#close(),
      },
    };
  }

  #content(): unknown {
    const { state, words, view, host, email, notice } = this;
    const isLive = this.#isStarted;
    if (state.is === 'unavailable') return nothing;
    if (!words) return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const problem = notice?.text;
    if (state.is === 'in' && view) return choices(this.#choosing(view, words));
    if (state.is === 'sure' && view)
      return confirmErasure(this.#choosing(view, words), state.actsAt);
    if (state.is === 'code') {
      const { entry } = state;
      return asksCode({
        words,
        host,
        email,
        entry,
        problem,
        submit: isLive ? (event) => void this.#enter(event, entry) : undefined,
        again: isLive ? () => this.#display({ is: 'asking' }) : undefined,
      });
    }
    const submit = isLive ? (event: SubmitEvent) => void this.#ask(event) : undefined;
    return asking({ words, host, email, problem, submit });
  }

  protected override render(): unknown {
    const locale = this.view?.locale ?? '';
    return html`<div class="samtykke" lang=${locale || nothing} dir=${
      isRightToLeft(locale) ? 'rtl' : nothing
    }>
      ${this.words ? html`<h2 part="title" aria-level=${this.level ?? nothing}>${this.words.title}</h2>` : nothing}
      ${this.#content()}
    </div>`;
  }
}

/** The folder of this build below `host`, set by widget/tools/build.ts. */
declare const BUILD: string;

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-preferences': SamtykkePreferences;
  }
}

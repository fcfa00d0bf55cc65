import { html, nothing } from 'lit';
import type { HistoryLine, Preferences, Saved } from '../../worker/contract/preferences.ts';
import type { FieldError } from '../../worker/contract/problem.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import { wantedLocale } from '../address.ts';
import type { Values } from '../answers.ts';
import { WidgetElement } from '../element.ts';
import { emit } from '../events.ts';
import { SamtykkeForm } from '../form/samtykke-form.ts';
import { focusOn, settle, skeleton } from '../frame.ts';
import { ownLocale } from '../locales/texts.ts';
import { fetchPart } from '../part.ts';
import { styles } from '../styles/form.styles.ts';
import { preferencesStyles } from '../styles/preferences.styles.ts';
import { actionsOf } from './actions.ts';
import { wantedIn } from './changes.ts';
import { choices } from './choices.ts';
import type { Centre, Choosing, Notice, State } from './choosing.ts';
import { Client } from './client.ts';
import { entering, handlersOf, signIn } from './entering.ts';
import { frame } from './frame.ts';
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
 * @fires samtykke-saved - Changes are in the ledger. `detail: {recordedAt, decisions, overtaken, said}`
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
export class SamtykkePreferences extends WidgetElement {
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
  readonly #centre: Centre = {
    display: (...shown) => this.#display(...shown),
    show: () => this.#show(),
    refuse: (given, errors) => this.#refuse(given, errors),
    saved: (saved) => this.#saved(saved),
  };
  /** In a browser, the language of the words. */
  #own = '';
  #listening = new AbortController();
  /** In a browser, from when it is first in a page; it stays so while it is moved. */
  #isStarted = false;

  constructor() {
    super();
    settle(this);
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
    this.#own = ownLocale(this.#locale);
    try {
      const [words, own] = await Promise.all([
        fetchPart<{ default: Words }>(this.host, `preferences-${this.#own}`),
        this.#client.branding(this.#locale),
      ]);
      this.words = { ...words.default, ...own.body };
    } catch {
      this.state = { is: 'unavailable' };
      emit(this, 'samtykke-error', { why: 'unavailable' });
      return;
    }
    const entered = await signIn(this, this.#client);
    if (entered === 201) await this.#show();
    else if (entered === undefined) this.state = { is: 'asking' };
    else this.#display({ is: 'asking' }, this.words?.late);
  }

  /** Shows something, and says a sentence above it. */
  #display(state: State, text?: string, isProblem = true, savedAt?: number): void {
    this.state = state;
    this.notice = { text, isProblem, savedAt };
    if (text && isProblem) emit(this, 'samtykke-error', { why: 'refused' });
    void focusOn(this, '[tabindex], [name=code]');
  }

  /** Shows the current consents; returns false if they could not be read. */
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
      SamtykkeForm.kind = (
        await fetchPart<typeof import('../form/kinds.ts')>(this.host, 'kinds')
      ).kind;
    this.past = undefined;
    this.view = body;
    this.email = body.email;
    this.#display({ is: 'in' });
    return true;
  }

  /** Says what is wrong with corrections, each beside its field. */
  #refuse(given: Values, errors: readonly FieldError[]): void {
    this.notice = {
      given,
      errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    };
    void focusOn(this, '[aria-invalid=true]');
  }

  get #isChanged(): boolean {
    if (this.state.is !== 'in' || !this.view) return false;
    const { changes, pauses } = wantedIn(this.renderRoot, this.view);
    return changes.length + pauses.length > 0;
  }

  #saved({ preferences, ...saved }: Saved): void {
    this.view = preferences;
    this.past = undefined;
    // Boxes ticked by hand would stay as they are; they must show what is now recorded.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLFormElement>('.choices')?.reset(),
    );
    this.#display(
      { is: 'in' },
      saved.said,
      false,
      saved.decisions.length > 0 ? saved.recordedAt : undefined,
    );
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
    return {
      ...shown,
      actions: {
        ...actionsOf(this.#centre, this.#client, view, words),
        open: (event) => void this.#open(event, view.locale),
        leave: () => this.#close(),
      },
    };
  }

  #content(): unknown {
    const { state, words, view, host, email, notice } = this;
    if (state.is === 'unavailable') return nothing;
    if (!words) return skeleton();
    if (state.is === 'in' && view) return choices(this.#choosing(view, words));
    if (state.is === 'sure' && view)
      return confirmErasure(this.#choosing(view, words), state.actsAt);
    return entering({
      state,
      words,
      host,
      email,
      problem: notice?.text,
      handlers: this.#isStarted ? handlersOf(this, this.#centre, this.#client) : undefined,
    });
  }

  protected override render(): unknown {
    const { words, view, level } = this;
    return frame(
      view?.locale ?? this.#own,
      html`${words ? html`<h2 part="title" aria-level=${level ?? nothing}>${words.title}</h2>` : nothing} ${this.#content()}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-preferences': SamtykkePreferences;
  }
}

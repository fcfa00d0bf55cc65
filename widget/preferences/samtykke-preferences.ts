import { html, LitElement, nothing } from 'lit';
import type { HistoryLine, Preferences, Saved } from '../../worker/contract/preferences.ts';
import type { PersonRequest, RequestKind } from '../../worker/contract/requests.ts';
import { wantedLocale } from '../address.ts';
import { tell } from '../events.ts';
import { isRightToLeft, ownLocale, type Texts } from '../locales/texts.ts';
import { styles } from '../styles/form.styles.ts';
import { preferencesStyles } from '../styles/preferences.styles.ts';
import { type Choosing, changesOf, choices, pausesOf } from './choices.ts';
import { Client } from './client.ts';
import { asking, asksCode } from './entering.ts';
import { sure } from './rights.ts';
import type { Words } from './words/words.ts';

/** What the visitor sees. */
type State =
  | { is: 'loading' | 'asking' | 'unavailable' }
  | { is: 'code'; entry: string }
  | { is: 'in' }
  /** Before everything is erased, on a day in UTC ms. */
  | { is: 'sure'; actsAt: number };

/**
 * The preference centre: a visitor proves that an address is theirs, sees everything that it has said
 * yes or no to, and changes it. The session stays in memory and ends with the page.
 *
 * @element samtykke-preferences
 * @attr {string} locale - The language wanted; the page's own when absent.
 * @attr {string} host - The address of the Worker, ending in a slash; the script's own when absent.
 * @attr {string} level - The level of the title among the page's headings; 2 when absent.
 * @attr {string} identity - A JWT by which the site vouches for its signed-in visitor; used once.
 * @attr {string} email - The address to start with, where the site knows it.
 *
 * @fires samtykke-saved - Changes stand in the ledger. `detail: {recordedAt, decisions, overtaken}`
 * @fires samtykke-error - Something failed and the visitor was told. `detail: {why}`
 *
 * @csspart form - A form.
 * @csspart title - The title.
 * @csspart purpose - A purpose with what belongs to it.
 * @csspart subscriptions - The subscription types of a purpose.
 * @csspart field - A field with its label and message.
 * @csspart label - A label.
 * @csspart input - A control to write in.
 * @csspart button - A button.
 */
export class SamtykkePreferences extends LitElement {
  static override styles = [styles, preferencesStyles];

  static override properties = {
    email: {},
    level: {},
    view: { attribute: false },
    words: { attribute: false },
    texts: { attribute: false },
    past: { attribute: false },
    requests: { attribute: false },
    said: { attribute: false },
    isProblem: { attribute: false },
    state: { attribute: false },
  };

  /** The address to start with. */
  declare email?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  declare level?: string;
  declare view?: Preferences;
  declare words?: Words;
  declare texts?: Texts;
  declare past?: readonly HistoryLine[];
  declare requests?: readonly PersonRequest[];
  declare said?: string;
  declare isProblem?: boolean;
  declare state: State;
  declare host: string;

  readonly #client = new Client(() => this.host);
  #leave = new AbortController();

  constructor() {
    super();
    this.state = { is: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.host ??= this.getAttribute('host') ?? new URL('../../', import.meta.url).href;
    this.#leave = new AbortController();
    addEventListener('beforeunload', (event) => this.#isChanged && event.preventDefault(), {
      signal: this.#leave.signal,
    });
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.abort();
  }

  get #locale(): string {
    return wantedLocale(this);
  }

  async #start(): Promise<void> {
    const locale = ownLocale(this.#locale);
    const file = (name: string) => import(`${this.host}w/${BUILD}/${name}.js`);
    try {
      const [texts, words] = await Promise.all([file(locale), file(`preferences-${locale}`)]);
      this.texts = texts.default;
      this.words = words.default;
    } catch {
      this.state = { is: 'unavailable' };
      tell(this, 'samtykke-error', { why: 'unavailable' });
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
    else this.#say({ is: 'asking' }, this.words?.late);
  }

  #say(state: State, said?: string, isProblem = true): void {
    this.state = state;
    this.said = said;
    this.isProblem = isProblem;
    if (said && isProblem) tell(this, 'samtykke-error', { why: 'refused' });
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.said, .problem, [name=code]')?.focus(),
    );
  }

  async #show(): Promise<void> {
    const [{ status, body }, asked] = await Promise.all([
      this.#client.preferences(this.#locale),
      this.#client.requests(),
    ]);
    if (body) this.view = body;
    this.requests = asked.body?.requests;
    if (body) this.#say({ is: 'in' });
    else this.#say({ is: 'asking' }, status === 401 ? this.words?.over : this.words?.failed);
  }

  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.email = String(new FormData(event.target as HTMLFormElement).get('email'));
    const { body } = await this.#client.ask(this.email, this.#locale);
    if (body) this.#say({ is: 'code', entry: body.entry });
    else this.#say({ is: 'asking' }, this.words?.failed);
  }

  async #enter(event: SubmitEvent, entry: string): Promise<void> {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code'));
    const status = await this.#client.enterByCode(entry, code);
    if (status === 201) await this.#show();
    else this.#say(this.state, status === 422 ? this.words?.wrong : this.words?.failed);
  }

  get #isChanged(): boolean {
    return (
      this.state.is === 'in' &&
      this.view !== undefined &&
      this.#changes().length + this.#pauses().length > 0
    );
  }

  #changes(everything = false) {
    const ticked = (name: string) =>
      !everything &&
      this.renderRoot.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)?.checked ===
        true;
    return this.view ? changesOf(this.view, ticked) : [];
  }

  #pauses() {
    const chosen = (name: string) =>
      this.renderRoot.querySelector<HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)?.value ?? '';
    return this.view ? pausesOf(this.view, chosen) : [];
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { view, words } = this;
    if (!view || !words) return;
    const button = event.submitter as HTMLButtonElement | null;
    const changes = this.#changes(button?.name === 'everything');
    const pauses = this.#pauses();
    if (changes.length + pauses.length === 0) {
      this.#say({ is: 'in' }, words.same, false);
      return;
    }
    const { statement, locale } = view;
    const page = location.href.split('#')[0];
    const { status, body } = await this.#client.save({ statement, locale, page, changes, pauses });
    if (body) this.#saved(body, words);
    else if (status === 401) this.#say({ is: 'asking' }, words.over);
    else if (status === 409) await this.#show();
    else this.#say({ is: 'in' }, words.failed);
  }

  #saved({ preferences, ...saved }: Saved, words: Words): void {
    this.view = preferences;
    this.past = undefined;
    // What was ticked by hand would stay as it is; it shall be as it now stands.
    void this.updateComplete.then(() => this.renderRoot.querySelector('form')?.reset());
    this.#say({ is: 'in' }, saved.overtaken ? words.overtaken : words.saved, false);
    tell(this, 'samtykke-saved', saved);
  }

  async #openHistory(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.past) return;
    this.past = (await this.#client.history(this.#locale)).body?.history;
  }

  async #download(format: 'json' | 'csv'): Promise<void> {
    const file = await this.#client.data(format);
    if (!file) {
      this.#say({ is: 'in' }, this.words?.failed);
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `my-data.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async #askFor(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const posted = new FormData(event.target as HTMLFormElement);
    const kind = posted.get('kind') as RequestKind;
    const message = String(posted.get('message') ?? '') || undefined;
    if (kind === 'erasure' && !posted.has('sure')) {
      const days = this.view?.erasureDays ?? 0;
      this.#say({ is: 'sure', actsAt: Date.now() + days * 86_400_000 });
      return;
    }
    const { body, status } = await this.#client.askFor({ kind, message });
    if (body) await this.#show();
    else if (status === 401) this.#say({ is: 'asking' }, this.words?.over);
    else this.#say({ is: 'in' }, this.words?.failed);
  }

  async #cancel(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const number = Number(new FormData(event.target as HTMLFormElement).get('number'));
    const { body } = await this.#client.cancel(number);
    if (body) await this.#show();
    else this.#say({ is: 'in' }, this.words?.failed);
  }

  #close(): void {
    this.#client.leave();
    this.view = undefined;
    this.#say({ is: 'asking' });
  }

  /** Handlers are for the browser; on the server a form posts by itself. */
  #choosing(view: Preferences, words: Words, texts: Texts): Choosing {
    const { host, said, isProblem, past, level, requests } = this;
    const shown = { view, words, texts, host, said, isProblem, history: past, level, requests };
    if (!this.isConnected) return shown;
    return {
      ...shown,
      submit: (event) => void this.#save(event),
      open: (event) => void this.#openHistory(event),
      download: (format) => void this.#download(format),
      leave: () => this.#close(),
      ask: (event) => void this.#askFor(event),
      cancel: (event) => void this.#cancel(event),
      stay: () => this.#say({ is: 'in' }),
    };
  }

  #content(): unknown {
    const { state, words, texts, view, host, email, said } = this;
    if (state.is === 'unavailable') return nothing;
    if (!words || !texts)
      return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const problem = said;
    if (state.is === 'in' && view) return choices(this.#choosing(view, words, texts));
    if (state.is === 'sure' && view) return sure(this.#choosing(view, words, texts), state.actsAt);
    if (state.is === 'code') {
      const { entry } = state;
      return asksCode({
        ...{ words, host, email, entry, problem },
        ...(this.isConnected
          ? {
              submit: (event: SubmitEvent) => void this.#enter(event, entry),
              again: () => this.#say({ is: 'asking' }),
            }
          : {}),
      });
    }
    return asking({
      ...{ words, host, email, problem },
      ...(this.isConnected ? { submit: (event: SubmitEvent) => void this.#ask(event) } : {}),
    });
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

/** The folder of this build below `host`, set by widget/build.ts. */
declare const BUILD: string;

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-preferences': SamtykkePreferences;
  }
}

import { html, nothing } from 'lit';
import type { HistoryLine, Preferences, Saved } from '../../worker/contract/preferences.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import { wantedLocale } from '../address.ts';
import { WidgetElement } from '../element.ts';
import { emit } from '../events.ts';
import { focusOn, settle } from '../frame.ts';
import { ownLocale } from '../locales/texts.ts';
import { scriptHost } from '../part.ts';
import { styles } from '../styles/form.styles.ts';
import { preferencesStyles } from '../styles/preferences.styles.ts';
import { wantedIn } from './changes.ts';
import type { Account, Centre, Notice, State } from './choosing.ts';
import { type Answer, Client } from './client.ts';
import { contentOf, type Handling } from './content.ts';
import { handlersOf, signIn } from './entering.ts';
import { fetchAccount, fetchKinds, fetchWords } from './fetching.ts';
import { frame } from './frame.ts';
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
 * @csspart purpose - A card: a purpose with what belongs to it.
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
    account: { state: true },
    isChanged: { state: true },
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
  declare account?: Account;
  /** Whether something is ticked or chosen that is not saved. */
  declare isChanged?: boolean;
  declare state: State;
  declare host: string;
  /** On the server, what the addresses of the page end in. */
  query = '';

  readonly #client = new Client(() => this.host);
  readonly #centre: Centre = {
    display: (state, notice) => this.#display(state, notice),
    show: () => this.#show(),
    fail: (answer, text) => this.#fail(answer, text),
    refuse: (given, errors) => {
      this.notice = {
        given,
        errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
      };
      void focusOn(this, '[aria-invalid=true]');
    },
    saved: (saved) => this.#saved(saved),
    speak: (locale) => this.#speak(locale),
    recall: () => this.#recall(),
    isChanged: () => this.#compare(),
    leave: () => this.#leave(),
  };
  readonly #handling: Handling = {
    centre: this.#centre,
    client: this.#client,
    entering: handlersOf(this, this.#centre, this.#client),
    change: () => this.#compare(),
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
    addEventListener('beforeunload', (event) => this.#compare() && event.preventDefault(), {
      signal: this.#listening.signal,
    });
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.host ??= this.getAttribute('host') ?? scriptHost();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  async #start(): Promise<void> {
    try {
      await this.#learn();
    } catch {
      this.state = { is: 'unavailable' };
      emit(this, 'samtykke-error', { why: 'unavailable' });
      return;
    }
    const entered = await signIn(this, this.#client);
    if (entered === 201) await this.#show();
    else if (entered === undefined) this.state = { is: 'asking' };
    else this.#display({ is: 'asking' }, { text: this.words?.late, isProblem: true });
  }

  /** Fetches the words of the language that is wanted. */
  async #learn(): Promise<void> {
    const wanted = wantedLocale(this);
    this.#own = ownLocale(wanted);
    this.words = await fetchWords(this.host, this.#own, this.#client.branding(wanted));
  }

  /** Shows a state, and a sentence above it. */
  #display(state: State, notice: Notice = {}): void {
    this.state = state;
    this.notice = notice;
    if (notice.text && notice.isProblem) emit(this, 'samtykke-error', { why: 'refused' });
    // Whoever sees nothing hears where they are now: what came of it, or whose choices these are.
    const place = notice.text ? '[role][tabindex]' : '.who [tabindex]';
    void focusOn(this, state.is === 'in' ? place : '[name=code], [type=email]');
  }

  async #fail({ status }: Answer<unknown>, text?: string): Promise<void> {
    const { view, words } = this;
    const code =
      status === 403 && view && (await this.#client.requestCode(view.email, view.locale)).body;
    if (code) this.#display({ is: 'code', entry: code.entry });
    else if (status === 401)
      this.#display({ is: 'asking' }, { text: words?.over, isProblem: true });
    else this.#display({ is: 'in' }, { text: text ?? words?.failed, isProblem: true });
  }

  /** Shows the current consents; returns false if they could not be read. */
  async #show(): Promise<boolean> {
    const [{ status, body }, asked, account] = await Promise.all([
      this.#client.preferences(wantedLocale(this)),
      this.#client.requests(),
      fetchAccount(this.host, this.#own),
    ]);
    this.requests = asked.body?.requests;
    if (!body) {
      const text = this.words?.[status === 401 ? 'over' : 'failed'];
      this.#display({ is: 'asking' }, { text, isProblem: true });
      return false;
    }
    await fetchKinds(this.host, body.fields);
    // What somebody else had ticked here is not theirs to save.
    if (body.email !== this.view?.email) this.#reset();
    this.account = account;
    this.past = undefined;
    this.view = body;
    this.email = body.email;
    this.#display({ is: 'in' });
    return true;
  }

  /** Whether something is ticked or chosen that is not saved. */
  #compare(): boolean {
    const { view } = this;
    if (!view) return false;
    const { changes, pauses } = wantedIn(this.renderRoot, view);
    this.isChanged = changes.length + pauses.length > 0;
    return this.isChanged;
  }

  /** Lets every box show what is recorded: what was ticked by hand would stay. */
  #reset(): void {
    this.isChanged = false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLFormElement>('.choices')?.reset(),
    );
  }

  #saved({ preferences, ...saved }: Saved): void {
    this.view = preferences;
    this.past = undefined;
    this.#reset();
    const savedAt = saved.decisions[0] && saved.recordedAt;
    this.#display({ is: 'in' }, { text: saved.said, savedAt });
    emit(this, 'samtykke-saved', saved);
  }

  async #speak(locale: string): Promise<void> {
    this.setAttribute('locale', locale);
    await this.#learn().catch(() => undefined);
    await this.#show();
  }

  async #recall(): Promise<void> {
    this.past ??= (await this.#client.history(wantedLocale(this))).body?.history;
  }

  #leave(): void {
    this.#client.signOut();
    this.view = undefined;
    this.isChanged = false;
    this.#display({ is: 'asking' }, { text: this.account?.words.left });
  }

  protected override render(): unknown {
    const { words, view, level } = this;
    return frame(
      view?.locale ?? this.#own,
      html`${words ? html`<h2 part="title" aria-level=${level ?? nothing}>${words.title}</h2>` : nothing} ${contentOf(this, this.#isStarted ? this.#handling : undefined)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-preferences': SamtykkePreferences;
  }
}

import { html, nothing } from 'lit';
import type { HistoryLine, Preferences, Saved } from '../../worker/contract/preferences.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import { wantedLocale } from '../address.ts';
import { addStyles, type Styles, WidgetElement } from '../element.ts';
import { emit } from '../events.ts';
import { focusOn, settle } from '../frame.ts';
import { isPassing } from '../passing.ts';
import { styles } from '../styles/form.styles.ts';
import { Arriving } from './arriving.ts';
import { handlersOf } from './asking.ts';
import type { Account, Centre, Inside, Notice, State } from './choosing.ts';
import { type Answer, Client } from './client.ts';
import { contentOf, type Handling } from './content.ts';
import { fetchAccount, fetchInside } from './fetching.ts';
import { frame } from './frame.ts';
import type { Words } from './words/words.ts';

/**
 * The preference centre: a visitor proves that an address is theirs, sees every consent given or refused
 * with it, and changes them. The session stays in memory and ends with the page.
 *
 * @element samtykke-preferences
 * @attr {string} locale - The language wanted; the page's own when absent.
 * @attr {string} host - The address of the Worker, ending in a slash; the script's own when absent.
 * @attr {boolean} data-layer - Tells tag managers what happens, without anything of the visitor: pushes each event into `window.dataLayer`.
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
  static override styles: readonly Styles[] = [styles];

  static override properties = {
    locale: {},
    host: {},
    identity: {},
    email: {},
    level: {},
    view: { state: true },
    words: { state: true },
    past: { state: true },
    requests: { state: true },
    notice: { state: true },
    inside: { state: true },
    account: { state: true },
    isChanged: { state: true },
    state: { state: true },
  };

  declare locale?: string;
  /** A JWT by which the site vouches for its signed-in visitor. */
  declare identity?: string;
  /** The address to start with. */
  declare email?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  declare level?: string;
  declare view?: Preferences;
  declare words?: Words;
  declare past?: readonly HistoryLine[];
  declare requests?: readonly PersonRequest[];
  declare notice?: Notice;
  declare inside?: Inside;
  declare account?: Account;
  // Whether something is ticked or chosen that is not saved; no part of the public face.
  declare isChanged?: boolean;
  declare state: State;
  declare host: string;
  declare isAwaited?: boolean;
  /** On the server, what the addresses of the page end in. */
  query = '';

  readonly #client = new Client(() => this.host);
  readonly #centre: Centre = {
    display: (state, notice) => this.#display(state, notice),
    show: (isQuiet) => this.#show(isQuiet),
    sayFailed: () => this.#display({ is: 'in' }, { text: this.words?.failed, isProblem: true }),
    fail: (answer, text) => this.#fail(answer, text),
    refuse: (given, errors) => {
      this.notice = {
        given,
        errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
      };
      void focusOn(this, '[aria-invalid=true]');
    },
    saved: (saved) => this.#saved(saved),
    speak: (locale) => this.#arriving.speak(locale),
    recall: () => this.#recall(),
    isChanged: () => this.#compare(),
    leave: () => this.#leave(),
  };
  readonly #handling: Handling = {
    acting: { centre: this.#centre, client: this.#client, change: () => this.#compare() },
    entering: handlersOf(this, this.#centre, this.#client),
  };
  readonly #arriving = new Arriving(this, this.#centre, this.#client);
  #listening = new AbortController();
  /** Whether it is in a page of a browser, or was: on the server it posts without a script. */
  #isLive = false;

  constructor() {
    super();
    settle(this);
    this.state = { is: 'loading' };
  }

  override connectedCallback(): void {
    this.#isLive = true;
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('beforeunload', (event) => this.#compare() && event.preventDefault(), {
      signal,
    });
    this.renderRoot.addEventListener('submit', this.#client.hold, { signal, capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback?.();
    this.#listening.abort();
  }

  /** Shows a state, and a sentence above it. */
  #display(state: State, notice: Notice = {}): void {
    this.state = state;
    this.notice = notice;
    if (notice.text && notice.isProblem) emit(this, 'samtykke-error', { why: 'refused' });
    // A visitor who sees nothing hears where they are now: what came of it, or whose choices these are.
    const place = notice.text ? '[role][tabindex]' : '.who [tabindex]';
    void focusOn(this, state.is === 'in' ? place : '[name=code], [type=email]');
  }

  async #fail({ status }: Answer<unknown>, text?: string): Promise<void> {
    const { view, words } = this;
    if (status === 403 && view) await this.#handling.entering.send(view.email);
    else if (status === 401)
      this.#display({ is: 'asking' }, { text: words?.over, isProblem: true });
    else this.#display({ is: 'in' }, { text: text ?? words?.failed, isProblem: true });
  }

  /** Shows the current consents; returns false if they could not be read. */
  async #show(isQuiet = false): Promise<boolean> {
    const read = this.#client.preferences(wantedLocale(this));
    const [{ status, body }, asked, inside, account] = await Promise.all([
      read,
      this.#client.requests(),
      this.inside ?? fetchInside(this.host),
      fetchAccount(this.host, this.#arriving.own, read),
    ]);
    if (!body && !isPassing(status)) {
      this.#display({ is: 'asking' }, { text: this.words?.over, isProblem: true });
      return false;
    }
    if (!body || !inside) {
      if (!this.view) await this.#arriving.fail();
      else if (!isQuiet) this.#centre.sayFailed();
      return false;
    }
    addStyles(this.renderRoot as ShadowRoot, inside.styles);
    this.inside = inside;
    this.#arriving.done();
    this.requests = asked.body?.requests;
    // What another person had ticked here is not theirs to save.
    if (body.email !== this.view?.email) {
      this.past = undefined;
      this.#reset();
    }
    this.account = account;
    this.view = body;
    this.email = body.email;
    void this.#recallAgain();
    if (!isQuiet) this.#display({ is: 'in' });
    return true;
  }

  /** Whether something is ticked or chosen that is not saved. */
  #compare(): boolean {
    const { view, inside } = this;
    if (!view || !inside) return false;
    const { changes, pauses } = inside.wantedIn(this.renderRoot, view);
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
    void this.#recallAgain();
    this.#reset();
    const savedAt = saved.decisions[0] && saved.recordedAt;
    this.#display({ is: 'in' }, { text: saved.said, savedAt });
    emit(this, 'samtykke-saved', saved);
  }

  async #recall(): Promise<void> {
    this.past = (await this.#client.history(wantedLocale(this))).body?.history ?? this.past;
  }

  /** Reads the history again, where it was read. */
  async #recallAgain(): Promise<void> {
    if (this.past) await this.#recall();
  }

  #leave(): void {
    this.#client.signOut();
    this.view = undefined;
    this.past = undefined;
    this.isChanged = false;
    this.#display({ is: 'asking' }, { text: this.account?.words.left });
  }

  /** @internal What stands in the place of all this, where it cannot be shown. */
  get failure(): HTMLElement | undefined {
    return this.#arriving.trouble?.note;
  }

  protected override render(): unknown {
    const { words, view, level } = this;
    return frame(
      view?.locale ?? this.#arriving.own,
      html`${words ? html`<h2 part="title" aria-level=${level ?? nothing}>${words.title}</h2>` : nothing} ${contentOf(this, this.#isLive ? this.#handling : undefined)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samtykke-preferences': SamtykkePreferences;
  }
}

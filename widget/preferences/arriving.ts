import { wantedLocale } from '../address.ts';
import { advise } from '../advising.ts';
import type { WidgetElement } from '../element.ts';
import { emit } from '../events.ts';
import { focusOn } from '../frame.ts';
import { ownLocale } from '../locales/texts.ts';
import { scriptHost, troubleOf } from '../part.ts';
import { isPassing } from '../passing.ts';
import type { Trouble } from '../trouble.ts';
import type { Centre, State } from './choosing.ts';
import type { Client } from './client.ts';
import { fetchWords } from './fetching.ts';
import type { Words } from './words/words.ts';

/** The preference centre's element, as far as it is brought what it shows. */
type Arrived = WidgetElement & {
  host: string;
  locale?: string;
  identity?: string;
  state: State;
  words?: Words;
  isAwaited?: boolean;
};

/**
 * Brings the preference centre its words, and signs its visitor in: by a link's token in the page's address, or
 * else by the identity for which the site vouches. It does so again where that did not work, and when it is to
 * speak another language.
 */
export class Arriving {
  readonly #element: Arrived;
  readonly #centre: Centre;
  readonly #client: Client;
  /** What is done about a preference centre that cannot be shown; undefined while it can. */
  trouble: Trouble | undefined;
  /** What was asked for last. */
  #wanted = '';
  #turn = 0;
  /** The token of a link, until it has opened a session or turned out to be too old. */
  #link: string | undefined;
  /** The identity that was tried last; each opens one session. */
  #tried: string | undefined;
  /** Whether the visitor has just asked for another language. */
  #isAsked = false;
  /** In a browser, the language of the words. */
  own = '';

  constructor(element: Arrived, centre: Centre, client: Client) {
    this.#element = element;
    this.#centre = centre;
    this.#client = client;
    element.addController({
      // An element that is moved in the page is connected again, and goes on as it is.
      hostConnected: () => (this.trouble ? void this.#load() : this.#look()),
      hostUpdate: () => this.#look(),
    });
  }

  /** Loads what the element is to show, if that is another than it shows. */
  #look(): void {
    const element = this.#element;
    element.host ??= element.getAttribute('host') ?? scriptHost();
    const wanted = `${element.locale} ${element.host} ${element.identity}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.done();
    void this.#load();
    advise(element, false);
  }

  /** Shows everything in the language that the visitor has asked for. */
  speak(locale: string): void {
    this.#isAsked = true;
    this.#element.locale = locale;
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    const element = this.#element;
    const { is } = element.state;
    const isNew = is === 'loading' || is === 'unavailable';
    const isQuiet = is === 'in' && !this.#isAsked;
    this.#isAsked = false;
    const wanted = wantedLocale(element);
    const own = ownLocale(wanted);
    try {
      const words = await fetchWords(element.host, own, this.#client.branding(wanted));
      if (turn !== this.#turn) return;
      element.words = words;
      this.own = own;
    } catch {
      if (turn !== this.#turn) return;
      if (isNew) await this.fail();
      // It goes on in the language that it has.
      else if (!isQuiet && is === 'in') this.#centre.sayFailed();
      return;
    }
    const entered = await this.#signIn();
    if (turn !== this.#turn) return;
    if (entered === 201) await this.#centre.show(isQuiet);
    else if (entered !== undefined && isPassing(entered)) await this.fail();
    else {
      this.done();
      if (entered)
        this.#centre.display({ is: 'asking' }, { text: element.words?.late, isProblem: true });
      else if (isNew) element.state = { is: 'asking' };
      if (element.isAwaited) void focusOn(element, '[type=email]');
      element.isAwaited = false;
    }
  }

  /**
   * Returns the status of the link or identity that was tried, 201 while signed in, and undefined to ask for the
   * address.
   */
  async #signIn(): Promise<number | undefined> {
    const client = this.#client;
    const { identity } = this.#element;
    const link = /[#&]samtykke=([^&]+)/.exec(location.hash)?.[1];
    if (link) {
      // The token leaves the address bar, and with it the browser's history, before anything else.
      history.replaceState(history.state, '', location.pathname + location.search);
      this.#link = link;
    }
    if (this.#link) {
      const status = await client.enterByLink(this.#link);
      if (!isPassing(status)) this.#link = undefined;
      return status;
    }
    if (identity && identity !== this.#tried) {
      const status = await client.enterByIdentity(identity);
      if (isPassing(status)) return status;
      this.#tried = identity;
    }
    return client.isSignedIn ? 201 : undefined;
  }

  /** Says that nothing can be shown, and tries again in a while. */
  async fail(): Promise<void> {
    const turn = this.#turn;
    const isNew = !this.trouble;
    this.trouble ??= await troubleOf(this.#element, () => void this.#load());
    if (turn !== this.#turn) return this.done();
    this.trouble.failed(true);
    this.#element.state = { is: 'unavailable' };
    if (isNew) emit(this.#element, 'samtykke-error', { why: 'unavailable' });
  }

  /** Takes back what was said of a failure. */
  done(): void {
    this.trouble?.done();
    this.trouble = undefined;
  }
}

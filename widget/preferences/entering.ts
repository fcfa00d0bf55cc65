import { html, nothing, type TemplateResult } from 'lit';
import { wantedLocale } from '../address.ts';
import { tidyControl } from '../answers.ts';
import { fill } from '../locales/texts.ts';
import type { Centre, Notice, State } from './choosing.ts';
import type { Client } from './client.ts';
import type { Words } from './words/words.ts';

/** What the visitor does while signing in. */
export type Handlers = {
  ask: (event: SubmitEvent) => void;
  enter: (event: SubmitEvent, entry: string) => void;
  again: () => void;
};

/** What the visitor sees while signing in. */
export type Entering = {
  state: State;
  words: Words;
  /** Where a page without JavaScript posts, ending in a slash. */
  host: string;
  /** What the addresses of such a page end in, so that it stays in its language. */
  query: string;
  /** The address that was entered. */
  email?: string;
  notice?: Notice;
  /** In a browser; on the server a form posts by itself. */
  handlers?: Handlers;
};

const problemOf = ({ notice }: Entering) =>
  notice?.isProblem ? html`<p class="error" id="problem" role="alert">${notice.text}</p>` : nothing;

/** Asks for the email address. */
const asking = (entering: Entering): TemplateResult => {
  const { words, host, query, email, notice, handlers } = entering;
  return html`
    <form part="form" method="post" action="${host}preferences/entries${query}" @submit=${handlers?.ask} @change=${tidyControl}>
      ${notice?.text && !notice.isProblem ? html`<p id="said" role="status">${notice.text}</p>` : nothing}
      <p>${words.intro}</p>
      <div class="field" part="field">
        <label for="email" part="label">${words.email}</label>
        <input id="email" name="email" part="input" type="email" autocomplete="email" required value=${email ?? ''}
          aria-describedby=${notice?.text ? 'said problem' : nothing}>
        ${problemOf(entering)}
      </div>
      <p class="buttons"><button part="button">${words.ask}</button></p>
    </form>`;
};

/** Asks for the 6-digit code of the email. */
const askingCode = (entering: Entering, entry: string): TemplateResult => {
  const { words, host, query, email = '', notice, handlers } = entering;
  return html`
    <form part="form" method="post" action="${host}preferences/session${query}"
      @submit=${handlers && ((event: SubmitEvent) => handlers.enter(event, entry))}>
      <p id="sent" role="status">${fill(words.sent, { email })}</p>
      <input type="hidden" name="entry" value=${entry}>
      <input type="hidden" name="email" value=${email}>
      <div class="field" part="field">
        <label for="code" part="label">${words.code}</label>
        <input id="code" name="code" part="input" inputmode="numeric" autocomplete="one-time-code" required maxlength="20"
          aria-invalid=${notice?.isProblem ? 'true' : nothing} aria-describedby=${notice?.isProblem ? 'problem' : 'sent'}>
        ${problemOf(entering)}
      </div>
      <p class="buttons">
        <button part="button">${words.enter}</button>
        ${
          handlers
            ? html`<button class="quiet" part="button" type="button" @click=${handlers.again}>${words.other}</button>`
            : html`<a href="${host}preferences${query}">${words.other}</a>`
        }
      </p>
    </form>`;
};

/** Asks for the email address, then for the code of the email. */
export const entering = (shown: Entering): TemplateResult =>
  shown.state.is === 'code' ? askingCode(shown, shown.state.entry) : asking(shown);

/** Handles in a browser what the visitor does while signing in. */
export const handlersOf = (
  element: Element & { state: State; email?: string; words?: Words },
  centre: Centre,
  client: Client,
): Handlers => ({
  ask: async (event) => {
    event.preventDefault();
    element.email = String(new FormData(event.target as HTMLFormElement).get('email'));
    const { body } = await client.requestCode(element.email, wantedLocale(element));
    if (body) centre.display({ is: 'code', entry: body.entry });
    else centre.display({ is: 'asking' }, { text: element.words?.failed, isProblem: true });
  },
  enter: async (event, entry) => {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code'));
    const status = await client.enterByCode(entry, code);
    if (status === 201) await centre.show();
    else
      centre.display(element.state, {
        text: element.words?.[status === 422 ? 'wrong' : 'failed'],
        isProblem: true,
      });
  },
  again: () => centre.display({ is: 'asking' }),
});

/**
 * Signs the visitor in by a link's token in the page's address, or else by the identity for which the site
 * vouches. Returns the status of a link's token, 201 once signed in, and undefined to ask for the address.
 */
export const signIn = async (element: Element, client: Client): Promise<number | undefined> => {
  const link = /[#&]samtykke=([^&]+)/.exec(location.hash)?.[1];
  if (link) {
    // The token leaves the address bar, and with it the browser's history, before anything else.
    history.replaceState(history.state, '', location.pathname + location.search);
    return client.enterByLink(link);
  }
  const identity = element.getAttribute('identity');
  return identity && (await client.enterByIdentity(identity)) === 201 ? 201 : undefined;
};

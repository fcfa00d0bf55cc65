import { html, nothing, type TemplateResult } from 'lit';
import { tidyAndHint } from '../form/hinting.ts';
import { fill } from '../locales/texts.ts';
import type { Notice, State } from './choosing.ts';
import type { Words } from './words/words.ts';

/** What the visitor does while signing in. */
export type Handlers = {
  /** Has a code sent to an address, and asks for it. */
  send: (email: string) => Promise<void>;
  ask: (event: SubmitEvent) => void;
  enter: (event: SubmitEvent) => void;
  /** Asks for the email once more. */
  resend: () => void;
  /** From when on that can be, in words; empty if that is now. */
  when: () => string;
  /** Back to the address. */
  correct: () => void;
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
  /** In a browser; on the server a form posts without a script. */
  handlers?: Handlers;
};

const problemOf = ({ notice }: Entering) =>
  notice?.isProblem ? html`<p class="error" id="problem" role="alert">${notice.text}</p>` : nothing;

/** Asks for the email address. */
const asking = (entering: Entering): TemplateResult => {
  const { words, host, query, email, notice, handlers } = entering;
  return html`
    <form part="form" method="post" action="${host}preferences/entries${query}" @submit=${handlers?.ask} @change=${(event: Event) => tidyAndHint(host, event)}>
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

/** Asks for the email once more: at once, or by a form of its own where the page posts without a script. */
const resending = ({ words, host, query, email = '', handlers }: Entering) => {
  const when = handlers?.when();
  return {
    button: html`<button class="quiet" part="button" type=${handlers ? 'button' : 'submit'} form=${handlers ? nothing : 'resend'}
      aria-disabled=${when ? 'true' : 'false'} aria-describedby="wait" @click=${handlers?.resend}>${words.resend}</button>`,
    wait: html`<p id="wait" class="help">${when ? fill(words.wait, { when }) : nothing}</p>`,
    form: handlers
      ? nothing
      : html`<form id="resend" method="post" action="${host}preferences/entries${query}"><input type="hidden" name="email" value=${email}></form>`,
  };
};

/** Asks for the 6-digit code of the email. */
const askingCode = (entering: Entering, entry: string): TemplateResult => {
  const { words, host, query, email = '', notice, handlers } = entering;
  const { button, wait, form } = resending(entering);
  return html`
    <form part="form" method="post" action="${host}preferences/session${query}" @submit=${handlers?.enter}>
      <p id="sent" role="status">${notice?.text && !notice.isProblem ? html`${notice.text} ` : nothing}${fill(words.sent, { email })}</p>
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
        ${button}
        ${
          handlers
            ? html`<button class="quiet" part="button" type="button" @click=${handlers.correct}>${words.other}</button>`
            : html`<a href="${host}preferences${query}">${words.other}</a>`
        }
      </p>
      ${wait}
    </form>
    ${form}`;
};

/** Asks for the email address, then for the code of the email. */
export const entering = (shown: Entering): TemplateResult =>
  shown.state.is === 'code' ? askingCode(shown, shown.state.entry) : asking(shown);

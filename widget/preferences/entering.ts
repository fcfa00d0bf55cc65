import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../locales/texts.ts';
import type { Words } from './words/words.ts';

/** What the visitor sees while signing in, and the handlers of what they do. */
export type Entering = {
  words: Words;
  /** Where a page without JavaScript posts, ending in a slash. */
  host: string;
  /** The address that was entered, and the entry that its code belongs to. */
  email?: string;
  entry?: string;
  problem?: string;
  submit?: (event: SubmitEvent) => void;
  again?: () => void;
};

const problemOf = ({ problem }: Entering) =>
  problem ? html`<p class="error" id="problem" role="alert">${problem}</p>` : nothing;

/** Asks for the email address. */
export const asking = (entering: Entering): TemplateResult => {
  const { words, host, email, submit } = entering;
  return html`
    <form part="form" method="post" action="${host}preferences/entries" @submit=${submit}>
      <p>${words.intro}</p>
      <div class="field" part="field">
        <label for="email" part="label">${words.email}</label>
        <input id="email" name="email" part="input" type="email" autocomplete="email" required value=${email ?? ''}>
        ${problemOf(entering)}
      </div>
      <p class="buttons"><button part="button">${words.ask}</button></p>
    </form>`;
};

/** Asks for the 6-digit code of the email. */
export const asksCode = (entering: Entering): TemplateResult => {
  const { words, host, email = '', entry = '', problem, submit, again } = entering;
  return html`
    <form part="form" method="post" action="${host}preferences/session" @submit=${submit}>
      <p role="status">${fill(words.sent, { email })}</p>
      <input type="hidden" name="entry" value=${entry}>
      <input type="hidden" name="email" value=${email}>
      <div class="field" part="field">
        <label for="code" part="label">${words.code}</label>
        <input id="code" name="code" part="input" inputmode="numeric" autocomplete="one-time-code" required maxlength="10"
          aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? 'problem' : nothing}>
        ${problemOf(entering)}
      </div>
      <p class="buttons">
        <button part="button">${words.enter}</button>
        ${
          again
            ? html`<button class="quiet" part="button" type="button" @click=${again}>${words.other}</button>`
            : html`<a href="${host}preferences">${words.other}</a>`
        }
      </p>
    </form>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../locales/texts.ts';
import { card, list } from './card.ts';
import type { Choosing } from './choosing.ts';

/** What came of an action, with what it offers: a receipt, or to sign out all the same. */
const outcome = ({ text, isProblem, savedAt, isLeaving, words, host, query, actions }: Choosing) =>
  text
    ? html`<form class=${isProblem ? 'problem' : 'notice'} method="post" action="${host}preferences/receipts${query}" @submit=${actions?.receipt}>
        <p role=${isProblem ? 'alert' : 'status'} tabindex="-1">${text}</p>
        ${savedAt ? html`<input type="hidden" name="recordedAt" value=${savedAt}><button class="quiet" part="button">${words.receipt}</button>` : nothing}
        ${isLeaving ? html`<button class="quiet" part="button" type="button" @click=${actions?.leave}>${words.anyway}</button>` : nothing}
      </form>`
    : nothing;

/** What the Enter key presses, which is the first button of a form whatever that does: here it saves, and never objects. */
const firstButton = (save: string) =>
  html`<button class="quietly" tabindex="-1" aria-hidden="true">${save}</button>`;

/** Ends everything at once, after it has said what that is. */
const unsubscribing = ({ view, words }: Choosing) =>
  view.ends[0]
    ? html`
      <details class="act">
        <summary>${words.all}</summary>
        <p>${words.ending}</p>
        ${list(view.ends)}
        <p><button class="quiet" part="button" name="everything" value="yes">${words.all}</button></p>
      </details>`
    : nothing;

/** What lies below the choices, or the way to fetch it once more. */
const below = (choosing: Choosing) => {
  const { account, actions, words } = choosing;
  if (account) return account.more(choosing, account.words);
  return html`<p><button class="quiet" part="button" type="button" @click=${actions?.retry}>${words.account}: ${words.retry}</button></p>`;
};

/** Everything that the person can see, change and download. */
export const choices = (choosing: Choosing): TemplateResult => {
  const { view, words, host, query, actions, isChanged, account } = choosing;
  return html`
    <div class="who">
      <p tabindex="-1">${fill(words.own, { email: view.email })}</p>
      ${account ? account.menu(choosing, account.words) : nothing}
    </div>
    ${outcome(choosing)}
    <form class="choices" part="form" method="post" action="${host}preferences${query}" @submit=${actions?.submit} @change=${actions?.change}>
      ${firstButton(words.save)}
      <input type="hidden" name="statement" value=${view.statement}>
      <input type="hidden" name="locale" value=${view.locale}>
      ${view.purposes.map((each) => card(each, choosing))}
      <p class="buttons">
        <button part="button">${words.save}</button>
        <span role="status">${isChanged ? words.unsaved : nothing}</span>
      </p>
      ${unsubscribing(choosing)}
    </form>
    ${below(choosing)}`;
};

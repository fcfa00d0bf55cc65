import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRequest } from '../../../worker/contract/requests.ts';
import { fill } from '../../locales/texts.ts';
import type { Choosing } from '../choosing.ts';
import { type Right, rightsOf } from '../rights.ts';
import type { Saying } from '../saying.ts';
import type { AccountWords } from '../words/words.ts';

/** When a request is due or was finished, in the words for its state. */
const stateOf = (request: PersonRequest, { day }: Saying, words: AccountWords): string => {
  const { state, dueAt, actsAt, endedAt } = request;
  const time = (state === 'open' ? dueAt : state === 'waiting' ? actsAt : endedAt) ?? dueAt;
  return fill(words[state === 'refused' ? 'declined' : state], { date: day(time) });
};

const nameOf = ({ number, kind }: PersonRequest, words: AccountWords): string =>
  fill(words.number, { number, kind: words[kind] });

/** Says what was asked for, and when it comes or came. */
export const told = (request: PersonRequest, say: Saying, words: AccountWords): string =>
  `${nameOf(request, words)}. ${stateOf(request, say, words)}.`;

const asked = (request: PersonRequest, choosing: Choosing, words: AccountWords): TemplateResult => {
  const { host, query, actions, say } = choosing;
  const { number, state } = request;
  return html`
    <li>
      <b>${nameOf(request, words)}</b><small>${stateOf(request, say, words)}</small>
      ${
        state === 'waiting'
          ? html`
            <form method="post" action="${host}preferences/cancel${query}" @submit=${actions?.cancel}>
              <input type="hidden" name="number" value=${number}>
              <button class="quiet" part="button">${words.cancel}</button>
            </form>`
          : nothing
      }
    </li>`;
};

const right = (
  { kind, title, text, message }: Right,
  { host, query, actions }: Choosing,
  words: AccountWords,
): TemplateResult => {
  const id = `message-${kind}`;
  const isRequired = message === 'required';
  const form = html`
    <form method="post" action="${host}preferences/requests${query}" @submit=${actions?.request}>
      <p>${text}</p>
      <input type="hidden" name="kind" value=${kind}>
      ${
        message
          ? html`
            <div class="field" part="field">
              <label for=${id} part="label">${words.message} ${isRequired ? nothing : html`<small>(${words.optional})</small>`}</label>
              <textarea id=${id} name="message" part="input" rows="3" maxlength="5000" ?required=${isRequired}></textarea>
            </div>`
          : nothing
      }
      <p><button class="quiet" part="button">${isRequired ? words.send : title}</button></p>
    </form>`;
  return message
    ? html`<li><details class="act"><summary>${title}</summary>${form}</details></li>`
    : html`<li>${form}</li>`;
};

/** The person's rights (GDPR art. 15 to 21), and the requests they have made. */
export const rights = (choosing: Choosing, words: AccountWords): TemplateResult => {
  const { requests = [] } = choosing;
  return html`
    <details class="more" ?open=${requests.length > 0}>
      <summary>${words.rights}</summary>
      ${
        requests[0]
          ? html`<p><b>${words.requests}</b></p><ul>${requests.map((each) => asked(each, choosing, words))}</ul>`
          : nothing
      }
      <ul class="rights">${rightsOf(choosing, words).map((each) => right(each, choosing, words))}</ul>
    </details>`;
};

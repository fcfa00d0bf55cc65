import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRequest, RequestKind } from '../../worker/contract/requests.ts';
import { fill } from '../locales/texts.ts';
import type { Choosing } from './choosing.ts';
import { dateIn } from './date.ts';

const kinds: readonly RequestKind[] = [
  'access',
  'rectification',
  'portability',
  'restriction',
  'objection',
  'erasure',
];

/** When a request is due or was finished, in the words for its state. */
const stateOf = ({ state, dueAt, actsAt, endedAt }: PersonRequest, choosing: Choosing): string => {
  const time = (state === 'open' ? dueAt : state === 'waiting' ? actsAt : endedAt) ?? dueAt;
  return fill(choosing.words[state], { date: dateIn(choosing.view, time) });
};

const asked = (request: PersonRequest, choosing: Choosing): TemplateResult => {
  const { words, host, actions } = choosing;
  const { number, kind, state } = request;
  const title = fill(words.number, { number, kind: words[kind] });
  return html`
    <li>
      <strong>${title}</strong><small>${stateOf(request, choosing)}</small>
      ${
        state === 'waiting'
          ? html`
            <form method="post" action="${host}preferences/cancel" @submit=${actions?.cancel}>
              <input type="hidden" name="number" value=${number}>
              <button class="quiet" part="button">${words.cancel}</button>
            </form>`
          : nothing
      }
    </li>`;
};

/** The person's rights (GDPR art. 15 to 21), and the requests they have made. */
export const rights = (choosing: Choosing): TemplateResult => {
  const { words, host, actions, requests = [] } = choosing;
  return html`
    <details class="more" ?open=${requests.length > 0}>
      <summary>${words.rights}</summary>
      <ul>${requests.map((request) => asked(request, choosing))}</ul>
      <form method="post" action="${host}preferences/requests" @submit=${actions?.request}>
        <div class="field" part="field">
          <label for="kind" part="label">${words.rights}</label>
          <select id="kind" name="kind" part="input">
            ${kinds.map((kind) => html`<option value=${kind}>${words[kind]}</option>`)}
          </select>
        </div>
        <div class="field" part="field">
          <label for="message" part="label">${words.message}</label>
          <textarea id="message" name="message" part="input" rows="3" maxlength="5000"></textarea>
        </div>
        <p class="buttons"><button class="quiet" part="button">${words.request}</button></p>
      </form>
    </details>`;
};

/** Asks once more before everything is erased. `date` is when that would be, in UTC ms. */
export const confirmErasure = (choosing: Choosing, date: number): TemplateResult => {
  const { words, host, view, actions } = choosing;
  return html`
    <form part="form" method="post" action="${host}preferences/requests" @submit=${actions?.request}>
      <p class="problem" role="alert" tabindex="-1">${fill(words.sure, { email: view.email, date: dateIn(view, date) })}</p>
      <input type="hidden" name="kind" value="erasure">
      <input type="hidden" name="sure" value="yes">
      <p class="buttons">
        <button part="button">${words.yes}</button>
        ${
          actions
            ? html`<button class="quiet" part="button" type="button" @click=${actions.stay}>${words.no}</button>`
            : html`<a href="${host}preferences">${words.no}</a>`
        }
      </p>
    </form>`;
};

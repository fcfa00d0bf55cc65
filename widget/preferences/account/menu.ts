import { html, type TemplateResult } from 'lit';
import { autonym } from '../../locales/autonym.ts';
import { locales, ownLocale } from '../../locales/texts.ts';
import type { Choosing } from '../choosing.ts';
import type { Format } from '../client.ts';
import type { AccountWords } from '../words/words.ts';

const language = ({ view, host, actions }: Choosing, words: AccountWords): TemplateResult => html`
  <form method="get" action="${host}preferences" @submit=${actions?.speak}>
    <label for="language">${words.language}</label>
    <select id="language" name="locale" part="input">
      ${locales.map(
        (locale) =>
          html`<option value=${locale} lang=${locale} ?selected=${locale === ownLocale(view.locale)}>${autonym(locale)}</option>`,
      )}
    </select>
    <button class="quiet" part="button">${words.change}</button>
  </form>`;

const formats = ['html', 'json', 'csv'] as const;

const download = (format: Format, { view, host, actions }: Choosing, words: AccountWords) => {
  const label = format === 'html' ? words.report : `${words.data} (${format.toUpperCase()})`;
  return actions
    ? html`<button class="quiet" part="button" type="button" @click=${() => actions.download?.(format)}>${label}</button>`
    : html`<a class="quiet" href="${host}preferences/data?format=${format}&locale=${view.locale}">${label}</a>`;
};

/** Leads to the proof of one record, or of all: to a page, or in a browser's own session to its file. */
export const proof = (
  { view, host, actions }: Choosing,
  words: AccountWords,
  record?: string,
): TemplateResult =>
  actions
    ? html`<button class="quiet" part="button" type="button" @click=${() => actions.prove?.(record)}>${words.proof}</button>`
    : html`<a class="quiet" href="${host}preferences/proof?locale=${view.locale}${record ? `&record=${record}` : ''}">${words.proof}</a>`;

/** What concerns the person rather than one choice: the language, their data as files, and signing out. */
export const menu = (choosing: Choosing, words: AccountWords): TemplateResult => {
  const { words: own, host, actions } = choosing;
  return html`
    <details class="menu">
      <summary>${own.account}</summary>
      <div>
        ${language(choosing, words)}
        ${formats.map((format) => download(format, choosing, words))}
        ${proof(choosing, words)}
        ${
          actions
            ? html`<button class="quiet" part="button" type="button" @click=${actions.signOut}>${words.leave}</button>`
            : html`<form method="post" action="${host}preferences/leave"><button class="quiet">${words.leave}</button></form>`
        }
      </div>
    </details>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import type {
  HistoryLine,
  PurposePreference,
  SubscriptionPreference,
} from '../../worker/contract/preferences.ts';
import { isOn } from '../../worker/contract/standing.ts';
import { fill } from '../locales/texts.ts';
import { months } from './changes.ts';
import type { Choosing } from './choosing.ts';
import type { Format } from './client.ts';
import { dateIn } from './date.ts';
import { mine } from './mine.ts';
import { rights } from './rights.ts';
import type { Words } from './words/words.ts';

/** Something that a person is shown of their own. */
type Shown = PurposePreference | SubscriptionPreference;

const stateOf = (shown: Shown, { words, view }: Choosing): string => {
  const { decision, since, source } = shown;
  if (decision === null || since === null) return words.never;
  const when = fill(words.since, { date: dateIn(view, since), source: source ?? '' });
  return `${words[decision]}. ${when}.`;
};

const box = (name: string, shown: Shown, label: unknown): TemplateResult => html`
  <input type="hidden" name="was.${name}" value="${isOn(shown) ? 'on' : 'off'}:${shown.record ?? ''}">
  <label class="box">
    <input type="checkbox" name=${name} value="yes" ?checked=${isOn(shown)}>
    <span>${label}</span>
  </label>`;

/** How long a subscription can be paused, in the words of the locale. */
const pause = ({ key, name, pausedUntil }: SubscriptionPreference, { words, view }: Choosing) => {
  const unit = new Intl.NumberFormat(view.locale, {
    style: 'unit',
    unit: 'month',
    unitDisplay: 'long',
  });
  return html`
    <select class="pause" name="pause.${key}" part="input" aria-label=${fill(words.pause, { name })}>
      <option value="">${
        pausedUntil === null
          ? fill(words.pause, { name })
          : fill(words.paused, { date: dateIn(view, pausedUntil) })
      }</option>
      ${pausedUntil === null ? nothing : html`<option value="0">${words.running}</option>`}
      ${months.map((n) => html`<option value=${n}>${unit.format(n)}</option>`)}
    </select>`;
};

const subscription = (shown: SubscriptionPreference, choosing: Choosing) => html`
  ${box(
    `subscriptions.${shown.key}`,
    shown,
    html`${shown.name}<small>${shown.description}</small><small>${stateOf(shown, choosing)}</small>`,
  )}
  ${isOn(shown) ? pause(shown, choosing) : nothing}`;

const purpose = (shown: PurposePreference, choosing: Choosing): TemplateResult => {
  const { words, level } = choosing;
  const { key, change, title, text, description, legalBasis, subscriptions } = shown;
  return html`
    <section class="purpose" part="purpose" aria-labelledby="title-${key}">
      <h3 id="title-${key}" aria-level=${level ? +level + 1 : nothing}>${title}</h3>
      <p class="help">${stateOf(shown, choosing)}</p>
      ${change === 'object' ? html`<p>${text}</p>` : nothing}
      ${box(`purposes.${key}`, shown, change === 'object' ? words.object : text)}
      <div class="about">
        <details>
          <summary>${words.more}</summary>
          <p>${description}</p>
          ${shown.shownThen ? html`<p>${fill(words.shown, { text: shown.shownThen })}</p>` : nothing}
          <p>${fill(words.basis, { name: legalBasis.name })}. ${legalBasis.description}</p>
        </details>
        <a href=${shown.privacyUrl} target="_blank" rel="noopener">${shown.privacyTitle}<span class="quietly"> (${words.tab})</span></a>
      </div>
      ${
        subscriptions.length > 0
          ? html`
            <fieldset class="subscriptions" part="subscriptions">
              <legend>${words.receive}</legend>
              ${subscriptions.map((each) => subscription(each, choosing))}
            </fieldset>
            ${isOn(shown) ? html`<p class="ends help">${words.ends}</p>` : nothing}`
          : nothing
      }
    </section>`;
};

const line = ({ recordedAt, title, decision, source }: HistoryLine, { words, view }: Choosing) =>
  html`<li><strong>${title}</strong>: ${words[decision]}<small>${fill(words.since, { date: dateIn(view, recordedAt), source })}</small></li>`;

const formats = ['html', 'json', 'csv'] as const;

const downloadLabel = (format: Format, { report, data }: Words): string =>
  format === 'html' ? report : `${data} (${format.toUpperCase()})`;

/** What came of saving, and the offer of a receipt by email. */
const outcome = ({ text, isProblem, savedAt, words, host, actions }: Choosing) =>
  text
    ? html`<form class=${isProblem ? 'problem' : 'notice'} method="post" action="${host}preferences/receipts" @submit=${actions?.receipt}>
        <p role=${isProblem ? 'alert' : 'status'} tabindex="-1">${text}</p>
        ${savedAt ? html`<input type="hidden" name="recordedAt" value=${savedAt}><button class="quiet" part="button">${words.receipt}</button>` : nothing}
      </form>`
    : nothing;

/** Everything that the person can see, change and download. */
export const choices = (choosing: Choosing): TemplateResult => {
  const { view, words, host, history, actions } = choosing;
  return html`
    <p>${fill(words.own, { email: view.email })}</p>
    ${outcome(choosing)}
    <form class="choices" part="form" method="post" action="${host}preferences" @submit=${actions?.submit}>
      <input type="hidden" name="statement" value=${view.statement}>
      <input type="hidden" name="locale" value=${view.locale}>
      ${view.purposes.map((each) => purpose(each, choosing))}
      <p class="buttons">
        <button part="button">${words.save}</button>
        <button class="quiet" part="button" name="everything" value="yes">${words.all}</button>
      </p>
    </form>
    <details class="more" @toggle=${actions?.open}>
      <summary>${words.history}</summary>
      <ul>${history?.map((each) => line(each, choosing))}</ul>
    </details>
    ${mine(choosing)}
    ${rights(choosing)}
    <div class="buttons">
      ${
        actions
          ? html`${formats.map((format) => html`<button class="quiet" part="button" type="button" @click=${() => actions.download(format)}>${downloadLabel(format, words)}</button>`)}
            <button class="quiet" part="button" type="button" @click=${actions.leave}>${words.leave}</button>`
          : html`${formats.map((format) => html`<a class="quiet" href="${host}preferences/data?format=${format}&locale=${view.locale}">${downloadLabel(format, words)}</a>`)}
            <form method="post" action="${host}preferences/leave"><button class="quiet">${words.leave}</button></form>`
      }
    </div>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import type {
  Named,
  PurposePreference,
  SubscriptionPreference,
} from '../../worker/contract/preferences.ts';
import { isOn } from '../../worker/contract/standing.ts';
import { directionOf, fill } from '../locales/texts.ts';
import { months } from './changes.ts';
import type { Choosing } from './choosing.ts';

/** Something that a person is shown of their own. */
type Shown = PurposePreference | SubscriptionPreference;

/** How something stands, since when, and how that came. */
const stateOf = (
  kind: 'purpose' | 'subscription',
  { decision, since, source, sourceLocale }: Shown,
  { say }: Choosing,
): TemplateResult =>
  html`<small>${say.decided(kind, decision)}${
    since === null
      ? nothing
      : html`${` · ${say.day(since)} · `}<span lang=${sourceLocale ?? nothing}>${source}</span>`
  }</small>`;

/** A switch that says in words how it stands; the element named `about` says more of it. */
const toggle = (
  name: string,
  shown: Shown,
  { words }: Choosing,
  { label, about }: { label: unknown; about?: string },
): TemplateResult => html`
  <input type="hidden" name="was.${name}" value="${isOn(shown) ? 'on' : 'off'}:${shown.record ?? ''}">
  <label class="switch" data-on=${words.on} data-off=${words.off}>
    ${label}
    <input type="checkbox" role="switch" name=${name} value="yes" ?checked=${isOn(shown)} aria-describedby=${about ?? nothing}>
  </label>`;

/** How long a subscription can be paused, in the words of the locale. */
const pause = ({ key, name, pausedUntil }: SubscriptionPreference, choosing: Choosing) => {
  const { words, say } = choosing;
  const label = fill(words.pause, { name });
  return html`
    <select class="pause" name="pause.${key}" part="input" aria-label=${label}>
      <option value="">${
        pausedUntil === null ? label : fill(words.paused, { date: say.day(pausedUntil) })
      }</option>
      ${pausedUntil === null ? nothing : html`<option value="0">${words.running}</option>`}
      ${months.map((n) => html`<option value=${n}>${say.months(n)}</option>`)}
    </select>`;
};

const subscription = (shown: SubscriptionPreference, choosing: Choosing) => {
  const { key, channel, frequency, description, locale, name } = shown;
  const about = `about-${key}`;
  const label = html`<b lang=${locale} dir=${directionOf(locale)}>${name}</b>`;
  return html`
    <div class="type">
      ${toggle(`subscriptions.${key}`, shown, choosing, { label, about })}
      <div id=${about}>
        ${description ? html`<small lang=${locale}>${description}</small>` : nothing}
        <small>${choosing.words[channel]}${frequency ? html`${' · '}<span lang=${locale}>${frequency}</span>` : nothing}</small>
        ${stateOf('subscription', shown, choosing)}
      </div>
      ${isOn(shown) ? pause(shown, choosing) : nothing}
    </div>`;
};

/** Names what ends, each in its language. */
export const list = (names: readonly Named[]): TemplateResult =>
  html`<ul>${names.map(({ name, locale }) => html`<li lang=${locale}>${name}</li>`)}</ul>`;

/** The right to object, with what that ends; or the way back from it. */
const objection = (shown: PurposePreference, { words }: Choosing): TemplateResult => {
  const value = `${shown.key}:${shown.record ?? ''}`;
  return isOn(shown)
    ? html`
      <details class="act">
        <summary>${words.object}</summary>
        <p>${words.objectText}</p>
        ${shown.ends[0] ? html`<p>${words.ending}</p>${list(shown.ends)}` : nothing}
        <p><button class="quiet" part="button" name="object" value=${value}>${words.object}</button></p>
      </details>`
    : html`<p><button class="quiet" part="button" name="allow" value=${value}>${words.allow}</button></p>`;
};

const details = (shown: PurposePreference, { words }: Choosing): TemplateResult => {
  const { description, shownThen, legalBasis, locale, privacyUrl, privacyTitle } = shown;
  return html`
    <div class="about">
      <details>
        <summary>${words.more}</summary>
        <p lang=${locale} dir=${directionOf(locale)}>${description}</p>
        ${shownThen ? html`<p lang=${shownThen.locale}>${fill(words.shown, { text: shownThen.text })}</p>` : nothing}
        <p>${fill(words.basis, { name: '' })}<span lang=${legalBasis.locale}>${legalBasis.name}. ${legalBasis.description}</span></p>
      </details>
      <a href=${privacyUrl} target="_blank"><span lang=${locale}>${privacyTitle}</span><span class="quietly"> (${words.tab})</span></a>
    </div>`;
};

/** A purpose with its state, its switch or the right to object, and what one receives under it. */
export const card = (shown: PurposePreference, choosing: Choosing): TemplateResult => {
  const { words, level } = choosing;
  const { key, change, title, text, locale, ends, subscriptions } = shown;
  const own = html`<span lang=${locale} dir=${directionOf(locale)}>${text}</span>`;
  const isConsent = change === 'consent';
  const names = ends.map(({ name }) => name).join(', ');
  const about = names ? `ends-${key}` : undefined;
  return html`
    <section class="card" part="purpose" aria-labelledby="title-${key}">
      <h3 id="title-${key}" lang=${locale} aria-level=${level ? +level + 1 : nothing}>${title}</h3>
      ${stateOf('purpose', shown, choosing)}
      ${isConsent ? toggle(`purposes.${key}`, shown, choosing, { label: own, about }) : html`<p>${own}</p>`}
      ${isConsent && about ? html`<p class="ends" id=${about}>${fill(words.ends, { names })}</p>` : nothing}
      ${
        subscriptions[0] && (isConsent || isOn(shown))
          ? html`
            <fieldset class="types" part="subscriptions">
              <legend>${words.receive}</legend>
              ${subscriptions.map((each) => subscription(each, choosing))}
            </fieldset>`
          : nothing
      }
      ${details(shown, choosing)}
      ${change === 'object' ? objection(shown, choosing) : nothing}
    </section>`;
};

import { html, type TemplateResult } from 'lit';
import { wantedLocale } from './address.ts';
import { directionOf, ownLocale, type Texts } from './locales/texts.ts';
import { fetchPart } from './part.ts';

/** What is said of an element that could not be loaded, and in which language. */
export type Words = Pick<Texts, 'unavailable' | 'retry' | 'alone'> & { locale: string };

/** What is said when not even the words can be fetched. */
const english: Words = {
  locale: 'en',
  unavailable: "This part of the page can't be shown right now.",
  retry: 'Try again',
  alone: 'Open it on its own page',
};

/** Fetches the words in the element's language; never fails. */
export const wordsOf = async (element: Element & { host: string }): Promise<Words> => {
  const locale = ownLocale(wantedLocale(element));
  return fetchPart<{ default: Texts }>(element.host, locale).then(
    (texts) => ({ ...texts.default, locale }),
    () => english,
  );
};

/** Says that an element cannot be shown, offers another try, and leads to the page that needs no element. */
export const unavailable = (
  { locale, unavailable, retry, alone }: Words,
  page: string,
  again: () => void,
): TemplateResult => html`
  <div class="problem" part="problem" role="alert" lang=${locale} dir=${directionOf(locale)}>
    <p>${unavailable}</p>
    <p class="about">
      <button part="button" type="button" @click=${again}>${retry}</button>
      <a href=${page} target="_blank" rel="noopener">${alone}</a>
    </p>
  </div>`;

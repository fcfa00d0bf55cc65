// Fetched once something of ours has failed: says so in the language of the page, and when it is tried again.
import { wantedLocale } from '../address.ts';
import { directionOf, ownLocale } from '../locales/texts.ts';
import type { Guest, Trouble } from '../trouble.ts';
import { troubleWords } from './trouble-words.ts';

/** How long an element waits before its first automatic try, and at most before a later one; each waits twice as long. */
const SOON_MS = 1500;
const SELDOM_MS = 60_000;

/** Makes of a plain trouble one that speaks the page's language, and tries again soon and then ever more rarely. */
export const enrich = (trouble: Trouble, element: Guest, again: () => void): void => {
  const { note, text, button, link } = trouble;
  const locale = ownLocale(wantedLocale(element));
  const { unavailable, retry, alone } = troubleWords[locale];
  let wait = SOON_MS;
  let timer = 0;
  let isAsked = false;
  const rest = () => {
    clearTimeout(timer);
    removeEventListener('online', now);
  };
  const now = () => {
    rest();
    if (element.isConnected) again();
  };
  note.lang = locale;
  note.dir = directionOf(locale);
  note.className = 'problem';
  note.setAttribute('part', 'problem');
  text.data = `${unavailable} `;
  button.textContent = retry;
  link.textContent = alone;
  button.setAttribute('part', 'button');
  button.onclick = () => {
    isAsked = true;
    now();
  };
  trouble.failed = (isPassing) => {
    rest();
    // A visitor who has asked for another try hears that it came to nothing.
    if (isAsked) note.prepend(text);
    isAsked = false;
    if (!isPassing) return;
    // Not all at the same moment, when a Worker that was away is back.
    timer = Number(setTimeout(now, wait * (0.7 + Math.random() / 2)));
    addEventListener('online', now);
    wait = Math.min(wait * 2, SELDOM_MS);
  };
  trouble.done = () => {
    rest();
    element.isAwaited = !!note.querySelector(':focus');
    note.remove();
  };
};

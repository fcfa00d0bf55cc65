import { formPage } from '../address.ts';
import type { Guest, Trouble } from '../trouble.ts';

/** The hosted page of what an element shows or opens. */
const pageOf = (element: Guest, host: string): string => {
  const { samtykkeOpen, form } = element.dataset;
  const key = samtykkeOpen ?? element.getAttribute('form') ?? form;
  return key ? formPage(host, key) : `${host}preferences`;
};

const SOMETIMES_MS = 9000;

/** What is done where nothing of ours comes, not even the words for that in the language of the page. */
export const plainTrouble = (element: Guest, host: string, again: () => void): Trouble => {
  const note = document.createElement('p');
  const text = new Text("This part of the page can't be shown right now. ");
  const button = document.createElement('button');
  const link = document.createElement('a');
  note.role = 'alert';
  note.lang = 'en';
  button.type = 'button';
  button.textContent = 'Try again';
  button.onclick = again;
  link.textContent = 'Open it on its own page';
  link.href = pageOf(element, host);
  link.target = '_blank';
  note.append(text, button, ' ', link);
  return {
    note,
    text,
    button,
    link,
    failed: (isPassing) => {
      if (isPassing) setTimeout(() => element.isConnected && again(), SOMETIMES_MS);
    },
    done: () => note.remove(),
  };
};

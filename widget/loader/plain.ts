import { formPage } from '../address.ts';

/** An element that shows something of ours, or opens it. */
export type Guest = HTMLElement & {
  host?: string;
  /** Whether the visitor is at what was said of a failure just as that is over, and so goes on where the element begins. */
  isAwaited?: boolean;
};

/** What is done about work that has failed. */
export type Trouble = {
  /** Words, another try, and the page that needs no element: to be put where the visitor looks. */
  note: HTMLElement;
  text: Text;
  button: HTMLButtonElement;
  link: HTMLAnchorElement;
  /** Says so, and tries again in a while if what kept it from working may be over by then; unless the element is gone. */
  failed(isPassing: boolean): void;
  /** Takes the note away, once it has worked or is no longer wanted. */
  done(): void;
};

/** Makes what is done about work for an element that has failed. */
export type TroubleFor = (element: Guest, again: () => void) => Promise<Trouble>;

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

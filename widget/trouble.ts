// What is said and done while one of ours cannot be shown: loader/plain.ts makes it, loader/trouble.ts more of it.

/** An element that shows something of ours, or opens it. */
export type Guest = HTMLElement & {
  host?: string;
  /** The form that is shown in it before its code is here (loader/painting.ts). */
  painted?: HTMLElement;
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

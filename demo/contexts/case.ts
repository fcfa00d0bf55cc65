/** What became of what the visitor had filled in, after what the page did. */
type After =
  /** The same element is there, as it was left. */
  | 'kept'
  /** Another element has taken its place, with nothing in it. */
  | 'fresh'
  /** No form can be there: its place says so, and leads to the form's own page. */
  | 'refused';

/**
 * A context in which a form has to work: a page of its own, `/contexts/{key}.html`. Scripts of the page may
 * set what demo/site/contexts/walk.js calls: `act`, what the page does once the form is filled in; `check`,
 * which returns what is wrong with a form that it is given; and `closedRoot`, for no script finds one.
 */
export type Context = {
  key: string;
  /** What the context is, as the end of "a form in …" or "a form that …". */
  name: string;
  body: string;
  head?: string;
  /** The tag that loads Samtykke; the general loader as a module when absent. */
  tag?: string;
  /** Attributes of the root; an English page when absent. */
  root?: string;
  /** `kept` when absent. */
  after?: After;
  /** How often the form counts as shown; as often as one is ready when absent. */
  shown?: number;
  /** Attributes of a frame within the page that holds all this. */
  frame?: string;
  /** Whether the frame has its page written in its tag (about:srcdoc). */
  isWritten?: boolean;
  /** Whether it goes through the history, which the frames of a tab share: then no other may meanwhile. */
  turnsHistory?: boolean;
  /** Whether it is tried in a tab of its own, for what it tries frames do not have. */
  isOwnTab?: boolean;
};

/** Contexts of one kind. */
export type Group = { title: string; contexts: readonly Context[] };

/** Where the Worker is, as the pages of demo/site write it too. */
export const worker = 'http://localhost:8787';

export const form = '<samtykke-form form="newsletter"></samtykke-form>';

export const generalTag = `<script type="module" src="${worker}/samtykke.js"></script>`;

// What a visitor of several pages would lose: what they have typed, and their place. Part of paging.ts.
import { html, render } from 'lit';
import { readValues, type Values } from '../answers.ts';
import { addStyles, css } from '../element.ts';
import { focusOn } from '../frame.ts';
import type { FormInPage } from './state.ts';

/** What is kept of a form until it is sent. */
type Kept = { version: number; step: number; values: Values };

const SAVE_MS = 300;

const styles = css`
  .step {
    font-size: 0.875em;
  }
  .step progress {
    display: block;
    inline-size: 100%;
    block-size: 0.4em;
    margin-block-start: 0.3em;
  }
`;

const nameOf = ({ formKey }: FormInPage): string => `samtykke-${formKey}`;

/** The state of the page's entry in the tab's history, which is gone when the tab is; undefined if a site keeps something else there. */
const entryState = (): Record<string, unknown> | undefined => {
  const { state } = history;
  return typeof state === 'object' && !Array.isArray(state) ? { ...state } : undefined;
};

/** Keeps a text for a form, or no longer any, in the tab's memory and where the site allows storage. */
const write = (element: FormInPage, text?: string): void => {
  const name = nameOf(element);
  try {
    const state = entryState();
    if (state) history.replaceState({ ...state, [name]: text }, '');
    if (!element.hasAttribute('storage')) return;
    if (text === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // A page without an origin has no storage, and browsers limit how often a state is replaced.
  }
};

const read = (element: FormInPage): Kept | undefined => {
  const name = nameOf(element);
  try {
    const stored = element.hasAttribute('storage') ? sessionStorage.getItem(name) : undefined;
    const kept: Kept = JSON.parse(String(entryState()?.[name] ?? stored));
    return kept.version === element.definition?.version ? kept : undefined;
  } catch {
    return undefined;
  }
};

/** Gives a form back what was typed before the page was loaded again. Returns the page that the visitor was on. */
export const restore = (element: FormInPage): number => {
  addStyles(element.renderRoot as ShadowRoot, styles);
  const kept = read(element);
  const entered = Object.entries(element.given).filter(([, [first]]) => first);
  element.given = { ...kept?.values, ...Object.fromEntries(entered) };
  return kept?.step ?? 0;
};

/** Keeps what is typed until it is sent, and warns a visitor of several pages who leaves before. Returns what keeps it now. */
const keepTyped = (element: FormInPage): (() => void) => {
  let saving: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(saving);
    const { definition, renderRoot, step, state } = element;
    if (definition && state.is !== 'done')
      write(
        element,
        JSON.stringify({ version: definition.version, step, values: readValues(renderRoot) }),
      );
  };
  const warn = (event: Event) => {
    save();
    if (element.isConnected && element.definition?.sections[1]) event.preventDefault();
  };
  element.renderRoot.addEventListener('input', () => {
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_MS);
    addEventListener('beforeunload', warn);
  });
  element.addEventListener('samtykke-recorded', () => {
    clearTimeout(saving);
    removeEventListener('beforeunload', warn);
    write(element);
  });
  return save;
};

/** Hears that the visitor has turned a page of the form, forward or back. */
export type Turned = (by: number) => void;

/**
 * Lets the browser's Back and Forward go through the pages of a form. The entries are those of a frame that
 * nobody sees, so that the page's own history, and a router that listens to it, have nothing to do with them.
 */
const followHistory = (element: FormInPage): Turned => {
  // An empty frame has no history; one with a document of its own does. Under Trusted Types only a template may
  // give it that.
  const holder = document.createDocumentFragment();
  render(html`<iframe hidden srcdoc="<p>"></iframe>`, holder);
  const frame = holder.querySelector('iframe');
  if (!frame) return () => {};
  /** The address of the page when a page of the form was last turned. */
  let address = '';
  const entries = (): History | undefined => frame.contentWindow?.history;
  const stepOf = (): number => entries()?.state ?? 0;
  const go = () => {
    const step = stepOf();
    // A form that is sent has no page to go back to: then Back leaves, as the visitor means it to.
    if (element.state.is === 'done') entries()?.go(-1 - step);
    else if (step !== element.step) {
      element.errors = {};
      element.step = step;
      void focusOn(element, '.step');
    }
  };
  // A page that was loaded again has the pages of the form before the visitor's still to go back to.
  const begin = () => {
    for (let step = 1; step <= element.step; step += 1) entries()?.pushState(step, '');
  };
  frame.addEventListener('load', begin, { once: true });
  frame.addEventListener('load', () => frame.contentWindow?.addEventListener('popstate', go));
  element.renderRoot.append(frame);
  return (by) => {
    if (by > 0) entries()?.pushState(element.step, '');
    // Only over our own entry: the visitor may have followed a link within the page since.
    else if (address === location.href && stepOf() > element.step) entries()?.back();
    else entries()?.replaceState(element.step, '');
    address = location.href;
  };
};

/** Begins to keep what a form would lose, once it asks. */
export const keep = (element: FormInPage): Turned => {
  const save = keepTyped(element);
  const turned = element.definition?.sections[1] ? followHistory(element) : undefined;
  return (by) => {
    save();
    turned?.(by);
  };
};

// Keeps a pop-up from asking twice, and from coming at a bad moment.

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
/** How long to wait before the visitor is looked at again. */
const PAUSE_MS = 2000;

/** The forms that were asked for or answered since the page was loaded. */
const asked = new Set<string>();

const keyOf = (element: Element): string => element.getAttribute('form') ?? '';
const nameOf = (element: Element): string => `samtykke-asked-${keyOf(element)}`;

/**
 * Remembers that the form of a pop-up was shown, closed or sent: as long as the page is, and, only if its
 * `storage` attribute allows it, on the visitor's device.
 */
export const remember = (element: Element): void => {
  asked.add(keyOf(element));
  if (!element.hasAttribute('storage')) return;
  try {
    localStorage.setItem(nameOf(element), `${Date.now()}`);
  } catch {
    // Where the browser keeps nothing, it asks again.
  }
};

/** Tells whether the visitor was asked within the days that `frequency` names. */
export const wasAsked = (element: Element): boolean => {
  if (asked.has(keyOf(element))) return true;
  if (!element.hasAttribute('storage')) return false;
  const days = Number(element.getAttribute('frequency') ?? USUAL_DAYS);
  try {
    return Date.now() - Number(localStorage.getItem(nameOf(element))) < days * DAY_MS;
  } catch {
    return false;
  }
};

/** Remembers whatever the visitor does with a form that a pop-up has, wherever in the page it stands. */
export const rememberActs = (popup: Element): void => {
  for (const act of ['samtykke-open', 'samtykke-close', 'samtykke-recorded'] as const)
    document.addEventListener(act, (event) => {
      // The page may still say no to one that opens automatically.
      if ('trigger' in event.detail && event.detail.trigger !== 'click') return;
      const [element] = event.composedPath();
      if (element instanceof Element && keyOf(element) === keyOf(popup)) remember(popup);
    });
};

const editable =
  'textarea,select,iframe,[contenteditable]:not([contenteditable="false"]),input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio])';

/** The element with the focus, also within shadow roots. */
const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

const isModal = (element: Element): boolean =>
  !!element.shadowRoot?.querySelector(':modal') || element.matches(':modal');

/** Whether the visitor types, has another dialog before them, or does not see the page. */
const isBusy = (): boolean =>
  document.hidden ||
  !!focused()?.matches(editable) ||
  [...document.querySelectorAll('dialog,samtykke-form')].some(isModal);

/** Waits for a moment at which a pop-up interrupts nobody. */
export const quietMoment = async (): Promise<void> => {
  while (isBusy()) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
};

/** Waits until the page is shown, where the browser prepares it before that. */
export const shownPage = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.prerendering)
      document.addEventListener('prerenderingchange', () => resolve(), { once: true });
    else resolve();
  });

declare global {
  interface Document {
    /** https://wicg.github.io/nav-speculation/prerendering.html */
    readonly prerendering?: boolean;
  }
}

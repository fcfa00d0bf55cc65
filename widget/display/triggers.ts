import { quietMoment, remember, rememberActs, shownPage, wasAsked } from './asking-once.ts';

/** An element that opens, once its code has come. */
type Opening = Element & { open?: () => Promise<void> };

/** Tells the page that a pop-up is about to open; returns false if the page says no to one that opens by itself. */
const announce = (element: Element, trigger: string): boolean =>
  element.dispatchEvent(
    new CustomEvent('samtykke-open', {
      detail: { form: element.getAttribute('form'), trigger },
      bubbles: true,
      composed: true,
      cancelable: trigger !== 'click',
    }),
  );

/** Focuses the first field of a form that is open; returns whether there is one yet. */
const focusFirst = ({ shadowRoot }: Element): boolean => {
  const field = shadowRoot?.querySelector<HTMLElement>(
    'dialog[open] .section :is(input:not([type=hidden]),select,textarea)',
  );
  field?.focus();
  return !!field;
};

/** Fetches the code and definition of a pop-up or side tab, if nothing has yet, and opens it. */
const open = async (element: Opening, load: () => Promise<void>): Promise<void> => {
  remember(element);
  await load();
  await element.open?.();
};

/** Opens it for a visitor who asked for it, and so goes on with the first field. */
const show = async (element: Opening, load: () => Promise<void>): Promise<void> => {
  announce(element, 'click');
  await open(element, load);
  const focus = () => requestAnimationFrame(() => focusFirst(element));
  if (!focusFirst(element)) element.addEventListener('samtykke-ready', focus, { once: true });
};

/** Whether a pop-up may open by itself. */
const mayAsk = (element: Element): boolean => !element.hasAttribute('quiet') && !wasAsked(element);

/**
 * Waits for what the `trigger` attribute names: `delay:8` (seconds), `scroll:50` (percent of the page),
 * `exit` (the pointer leaves the window at the top). Several are separated by spaces. A side tab loads at
 * once when the page is idle, because its tab is always seen. Nothing opens by itself for a visitor who was
 * asked lately, while they type, or before they see the page; nor if the page says no.
 */
export const watch = async (element: Opening, load: () => Promise<void>): Promise<void> => {
  const done = new AbortController();
  const { signal } = done;
  const fire = async (trigger: string) => {
    done.abort();
    await quietMoment();
    if (element.isConnected && mayAsk(element) && announce(element, trigger))
      void open(element, load);
  };

  rememberActs(element);
  if (element.getAttribute('display') === 'tab') {
    const idle = window.requestIdleCallback ?? setTimeout;
    idle(load);
  }
  await shownPage();
  if (!mayAsk(element)) return;
  for (const trigger of (element.getAttribute('trigger') ?? '').split(' ')) {
    const [kind, amount] = trigger.split(':');
    if (kind === 'delay') setTimeout(() => signal.aborted || fire(kind), Number(amount) * 1000);
    if (kind === 'scroll') {
      const reached = () => {
        const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
        const whole = scrollHeight - clientHeight;
        if (whole > 0 && (scrollTop / whole) * 100 >= Number(amount)) void fire(kind);
      };
      addEventListener('scroll', reached, { signal, passive: true });
    }
    if (kind === 'exit')
      document.documentElement.addEventListener(
        'mouseleave',
        ({ clientY }) => {
          if (clientY <= 0) void fire(kind);
        },
        { signal },
      );
  }
};

/** Opens the pop-up of the form that an opener names: the one in the page, or a new one. */
export const openBy = (opener: Element, load: (element: Element) => Promise<void>): void => {
  const form = opener.getAttribute('data-samtykke-open') ?? '';
  const name = 'samtykke-form';
  let popup = document.querySelector(`${name}[display][form="${CSS.escape(form)}"]`);
  if (!popup) {
    popup = document.createElement(name);
    popup.setAttribute('form', form);
    popup.setAttribute('display', 'popup');
    document.body.append(popup);
  }
  void show(popup, () => load(popup));
};

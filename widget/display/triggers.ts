/** An element that opens, once its code has come. */
type Opening = Element & { open?: () => Promise<void> };

const shown = new WeakSet<Element>();

/**
 * Opens a pop-up or side tab. `load` fetches its code and definition, if nothing has yet.
 * A click always opens; a trigger does so once a page.
 */
export const show = async (element: Opening, load: () => void): Promise<void> => {
  shown.add(element);
  load();
  await customElements.whenDefined('samtykke-form');
  await element.open?.();
};

/**
 * Waits for what the `trigger` attribute names: `delay:8` (seconds), `scroll:50` (percent of the page),
 * `exit` (the pointer leaves the window at the top). Several are separated by spaces. A side tab loads at
 * once when the page is idle, because its tab is always seen.
 */
export const watch = (element: Opening, load: () => void): void => {
  const done = new AbortController();
  const { signal } = done;
  const fire = () => {
    done.abort();
    if (!shown.has(element) && element.isConnected) void show(element, load);
  };

  if (element.getAttribute('display') === 'tab') {
    const idle = window.requestIdleCallback ?? setTimeout;
    idle(load);
  }
  for (const trigger of (element.getAttribute('trigger') ?? '').split(' ')) {
    const [kind, amount] = trigger.split(':');
    if (kind === 'delay') setTimeout(() => signal.aborted || fire(), Number(amount) * 1000);
    if (kind === 'scroll') {
      const reached = () => {
        const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
        const whole = scrollHeight - clientHeight;
        if (whole > 0 && (scrollTop / whole) * 100 >= Number(amount)) fire();
      };
      addEventListener('scroll', reached, { signal, passive: true });
    }
    if (kind === 'exit')
      document.documentElement.addEventListener(
        'mouseleave',
        ({ clientY }) => {
          if (clientY <= 0) fire();
        },
        { signal },
      );
  }
};

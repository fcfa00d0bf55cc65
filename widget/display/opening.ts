// What opens a pop-up automatically; fetched only where one names a `trigger`, or lets the browser remember it.
import { emit, type SamtykkeEvents } from '../events.ts';
import { quietMoment, remember, rememberActs, shownPage, wasAsked } from './asking-once.ts';
import type { Load, Opening } from './triggers.ts';

type Trigger = Exclude<SamtykkeEvents['samtykke-open']['trigger'], 'click'>;

/** Waits for a moment at which a pop-up may open automatically; false if it may not. */
const mayAsk = async (element: Element): Promise<boolean> => {
  await quietMoment();
  return element.isConnected && !element.hasAttribute('quiet') && !wasAsked(element);
};

/** Opens it automatically, unless the page says no, once it can be answered: never only to say that it can't be shown. */
const open = async (element: Opening, trigger: Trigger, load: Load): Promise<void> => {
  if (!(await mayAsk(element))) return;
  await load();
  if (element.state?.is !== 'asking')
    await new Promise((ready) => {
      element.addEventListener('samtykke-ready', ready, { once: true });
    });
  const form = element.getAttribute('form') ?? '';
  if (!(await mayAsk(element)) || !emit(element, 'samtykke-open', { form, trigger })) return;
  remember(element);
  await element.open?.();
};

/** Waits for what the `trigger` attribute of an element names; returns what ends the waiting. */
const listen = (element: Opening, load: Load): AbortController => {
  const done = new AbortController();
  const { signal } = done;
  const fire = (trigger: Trigger) => {
    if (signal.aborted) return;
    done.abort();
    open(element, trigger, load).catch(() => {});
  };
  for (const trigger of (element.getAttribute('trigger') ?? '').split(' ')) {
    const [kind, amount] = trigger.split(':');
    if (kind === 'delay') setTimeout(fire, Number(amount) * 1000, kind);
    if (kind === 'scroll') {
      const reached = () => {
        const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
        const whole = scrollHeight - clientHeight;
        if (whole > 0 && (scrollTop / whole) * 100 >= Number(amount)) fire(kind);
      };
      addEventListener('scroll', reached, { signal, passive: true });
    }
    if (kind === 'exit')
      document.documentElement.addEventListener(
        'mouseleave',
        ({ clientY }) => {
          if (clientY <= 0) fire(kind);
        },
        { signal },
      );
  }
  return done;
};

/**
 * Waits for what the `trigger` attribute names: `delay:8` (seconds), `scroll:50` (percent of the page),
 * `exit` (the pointer leaves the window at the top). Several are separated by spaces; whatever it names last counts.
 * Nothing opens automatically for a visitor who was asked lately, while they type, or before they see the page; nor if
 * the page says no.
 */
export const openBySelf = async (element: Opening, load: Load): Promise<void> => {
  rememberActs(element);
  await shownPage();
  let waiting = listen(element, load);
  new MutationObserver(() => {
    waiting.abort();
    waiting = listen(element, load);
  }).observe(element, { attributeFilter: ['trigger'] });
};

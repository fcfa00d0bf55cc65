import { emit } from '../events.ts';
import { importModule } from '../importing.ts';

/** An element that opens, once its code has come. */
export type Opening = Element & { open?: () => Promise<void>; state?: { is: string } };

/** Fetches the code of an element; throws where it does not come. */
export type Load = () => Promise<void>;

/** Focuses the first field of a form that is open; returns whether there is one yet. */
const focusFirst = ({ shadowRoot }: Element): boolean => {
  const field = shadowRoot?.querySelector<HTMLElement>(
    'dialog[open] .section :is(input:not([type=hidden]),select,textarea)',
  );
  field?.focus();
  return !!field;
};

/** Opens it for a visitor who asked for it, and so goes on with the first field. */
const show = async (element: Opening, form: string, load: Load): Promise<void> => {
  emit(element, 'samtykke-open', { form, trigger: 'click' });
  await load();
  await element.open?.();
  const focus = () => requestAnimationFrame(() => focusFirst(element));
  if (!focusFirst(element)) element.addEventListener('samtykke-ready', focus, { once: true });
};

const watched = new WeakSet<Element>();

/**
 * Watches a pop-up or side tab that stands in the page. A side tab loads at once when the page is idle, because its
 * tab is always seen; so does what names a display that there is not, to say so. What opens a pop-up automatically is
 * fetched where a `trigger` is named, or `storage` allows it to be remembered that it was shown.
 */
export const watch = (element: Opening, load: Load, keepLoading: () => void): void => {
  if (watched.has(element)) return;
  watched.add(element);
  if (element.getAttribute('display') !== 'popup') {
    const idle = window.requestIdleCallback ?? setTimeout;
    idle(keepLoading);
  }
  const names = ['trigger', 'storage'];
  const look = () => {
    if (!names.some((name) => element.hasAttribute(name))) return;
    changes.disconnect();
    // Beside this module, whatever build that is of.
    importModule(new URL('opening.js', import.meta.url).href).then(
      ({ openBySelf }) => openBySelf(element, load),
      () => {},
    );
  };
  const changes = new MutationObserver(look);
  changes.observe(element, { attributeFilter: names });
  look();
};

/** Opens the pop-up of the form that an opener names: the one in the page, or a new one. Throws where its code does not come. */
export const openBy = (
  opener: Element,
  load: (element: Element) => Promise<void>,
): Promise<void> => {
  const form = opener.getAttribute('data-samtykke-open') ?? '';
  const name = 'samtykke-form';
  let popup = document.querySelector(`${name}[display][form="${CSS.escape(form)}"]`);
  if (!popup) {
    popup = document.createElement(name);
    popup.setAttribute('form', form);
    popup.setAttribute('display', 'popup');
    document.body.append(popup);
  }
  const found = popup;
  return show(found, form, () => load(found));
};

// The loader: all that a page downloads before a form comes near. Every byte here is paid by every page.
import { definitionAddress, wantedLocale } from './address.ts';
import { ownLocale } from './locales/texts.ts';

/** What the loader hands to an element that is not yet defined. */
type Loading = HTMLElement & { answer?: Promise<Response>; definition?: unknown; host?: string };

/** The folder of this build, set by widget/tools/build.ts. */
declare const BUILD: string;

const host = new URL('.', import.meta.url).href;
const chunk = (name: string) => import(`${host}w/${BUILD}/${name}.js`);
const known = new WeakSet<Element>();

/** Fetches code, texts and definition side by side. The element itself reports what fails. */
const load = (element: Loading): void => {
  const part = element.localName.slice(9);
  element.host ??= element.getAttribute('host') ?? host;
  const locale = ownLocale(wantedLocale(element));
  const isCentre = part === 'preferences';
  if (!isCentre && !element.definition && !element.querySelector('script'))
    element.answer ??= fetch(definitionAddress(element, element.getAttribute('form') ?? '', part));
  element.answer?.catch(() => {});
  for (const name of ['form', isCentre ? `${part}-${locale}` : locale]) chunk(name).catch(() => {});
  if (part !== 'form') chunk(part).catch(() => {});
};

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load(target as Loading);
    }
  },
  { rootMargin: '400px' },
);

/** Gives an element the `data-*` of the tag that stands in for it. */
const elementFor = (tag: HTMLElement): HTMLElement => {
  const element = document.createElement('samtykke-form');
  for (const [name, value] of Object.entries(tag.dataset))
    element.setAttribute(
      name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).replace('samtykke-', ''),
      value ?? '',
    );
  return element;
};

const loadWhenNear = (element: HTMLElement): void => {
  if (element.hasAttribute('display')) {
    chunk('triggers').then(
      ({ watch }) => watch(element, () => load(element)),
      () => {},
    );
    return;
  }
  near.observe(element);
};

const findElements = (): void => {
  for (const tag of document.querySelectorAll<HTMLElement>(
    'samtykke-form,samtykke-field,samtykke-preferences,[data-samtykke-form],script[data-form]',
  )) {
    if (known.has(tag)) continue;
    known.add(tag);
    if (tag.localName.startsWith('samtykke-')) loadWhenNear(tag);
    else if (!(tag instanceof HTMLScriptElement)) tag.replaceChildren(elementFor(tag));
    else if (tag.src === import.meta.url) tag.after(elementFor(tag));
  }
};

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest?.('[data-samtykke-open]');
  const form = button?.getAttribute('data-samtykke-open');
  if (!form) return;
  // A link would lead away from the pop-up, or to the top of the page.
  if (button?.closest('a')) event.preventDefault();
  let popup = document.querySelector(`samtykke-form[display][form="${CSS.escape(form)}"]`);
  if (!popup) {
    popup = document.createElement('samtykke-form');
    popup.setAttribute('form', form);
    popup.setAttribute('display', 'popup');
    document.body.append(popup);
    findElements();
  }
  chunk('triggers').then(
    ({ show }) => show(popup, () => load(popup as Loading)),
    () => {},
  );
});

new MutationObserver(findElements).observe(document, { childList: true, subtree: true });
findElements();

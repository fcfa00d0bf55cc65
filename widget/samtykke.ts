// The loader: all that a page downloads before a form comes near. Every byte here is paid by every page.
import type { Given } from './loader/given.ts';
import { fetchFrom, loaderFor } from './loader/loading.ts';
import { place } from './loader/placing.ts';
import { defineStub } from './loader/stub.ts';

/** What this script brings along: the argument of the function that widget/tools/wrap.ts makes of it. */
declare const GIVEN: Given;

/** Takes what a script brings along, whose address is this. */
type Learn = (given: Given, script: string) => void;

/** The address of this script, be it a module or a classic one. */
const ownAddress = (): string => {
  const script = document.currentScript as HTMLScriptElement | null;
  return script?.src || (/http[^\s)]+?(?=:\d+:)/.exec(Error().stack ?? '')?.[0] ?? '');
};

/** Defines the elements, and sees to all of them in the page. */
const start = (given: Given, script: string): Learn => {
  const host = given.host ?? new URL('.', script).href;
  const loader = loaderFor(host);
  // First, for elements that are in the page already are met at once.
  loader.learn(given);
  const scripts = new Set<string>();
  const bring = (element: Element) => loader.bring(element).catch(() => {});
  const withTriggers = (
    use: (triggers: typeof import('./display/triggers.ts')) => unknown,
  ): void => {
    fetchFrom(host, 'triggers').then(use, () => {});
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void bring(target);
      }
    },
    { rootMargin: '400px' },
  );
  const load = (element: Element): void => {
    if (element.hasAttribute('display'))
      withTriggers(({ watch }) => watch(element, () => bring(element)));
    else if (loader.isHere()) void bring(element);
    else near.observe(element);
  };
  document.addEventListener('click', (event) => {
    const opener = (event.target as Element).closest?.('[data-samtykke-open]');
    // A link would lead away from the pop-up, or to the top of the page.
    if (opener?.closest('a')) event.preventDefault();
    if (opener) withTriggers(({ openBy }) => openBy(opener, bring));
  });
  const learn: Learn = (more, address) => {
    loader.learn(more);
    scripts.add(address);
    place(scripts);
  };
  for (const part of ['form', 'field', 'preferences'])
    Reflect.set(defineStub(`samtykke-${part}`, load), 'learn', learn);
  new MutationObserver(() => place(scripts)).observe(document, { childList: true, subtree: true });
  return learn;
};

const address = ownAddress();
const first = customElements.get('samtykke-form');
const learn: Learn = first ? Reflect.get(first, 'learn') : start(GIVEN, address);
learn(GIVEN, address);

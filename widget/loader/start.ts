import type { Guest, Trouble } from '../trouble.ts';
import type { Given } from './given.ts';
import { fetchFrom, loaderFor } from './loading.ts';
import { place } from './placing.ts';
import { defineStub } from './stub.ts';

/** After how long it looks once more for what opens a pop-up. */
const SOMETIMES_MS = 9000;

/** Takes what another script brings along, whose address is this. */
export type Learn = (given: Given, script: string) => void;

/** Defines the elements with what the first script brings along, whose address is this, and sees to all in the page. */
export const start = (given: Given, script: string): void => {
  const host = given.host ?? new URL('.', script).href;
  const loader = loaderFor(host);
  // First, for elements that are in the page already are met at once.
  loader.learn(given);
  const scripts = new Set([script]);
  /** What is being tried for an element that has failed. */
  const tried = new WeakMap<Element, () => void>();
  /** Does some work for an element until it is done, and says meanwhile, where the visitor looks, that it is not. */
  const attempt = (element: Guest, work: () => Promise<unknown>): void => {
    let trouble: Trouble | undefined;
    const isOpener = element.dataset.samtykkeOpen;
    const now = () =>
      void work().then(
        () => {
          tried.delete(element);
          trouble?.done();
        },
        async () => {
          trouble ??= await loader.trouble(element, now);
          // Nothing opens automatically, long after it was asked for.
          trouble.failed(!isOpener);
          if (isOpener) element.after(trouble.note);
          else if (!element.hasAttribute('display'))
            (element.painted ?? element).append(trouble.note);
        },
      );
    const again = tried.get(element) ?? now;
    tried.set(element, again);
    again();
  };
  const bring = (element: Guest): void => attempt(element, () => loader.bring(element));
  const triggers = (): Promise<typeof import('../display/triggers.ts')> =>
    fetchFrom(host, 'triggers');
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        bring(target as Guest);
      }
    },
    { rootMargin: '400px' },
  );
  const load = (element: Guest): void => {
    if (element.hasAttribute('display'))
      triggers().then(
        ({ watch }) =>
          watch(
            element,
            () => loader.bring(element),
            () => bring(element),
          ),
        () => setTimeout(load, SOMETIMES_MS, element),
      );
    else if (loader.isHere()) bring(element);
    else near.observe(element);
  };
  document.addEventListener('click', (event) => {
    // In a shadow root too, whose host the event names as its target.
    const path = event.composedPath() as Guest[];
    const opener = path.find(({ dataset }) => dataset?.samtykkeOpen);
    if (!opener) return;
    // A link would lead away from the pop-up, or to the top of the page.
    if (opener.closest('a')) event.preventDefault();
    attempt(opener, async () => (await triggers()).openBy(opener, loader.bring));
  });
  const learn: Learn = (more, address) => {
    loader.learn(more);
    scripts.add(address);
    place(scripts);
  };
  for (const part of ['form', 'field', 'preferences'])
    Reflect.set(defineStub(`samtykke-${part}`, load), 'learn', learn);
  place(scripts);
  new MutationObserver(() => place(scripts)).observe(document, { childList: true, subtree: true });
};

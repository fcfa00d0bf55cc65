// The loader: all that a page downloads before a form comes near. Every byte here is paid by every page.
import type { Given } from './loader/given.ts';
import { type Learn, start } from './loader/start.ts';

/** What this script brings along: the argument of the function that widget/tools/wrap.ts makes of it. */
declare const GIVEN: Given;

/** The address of this script, be it a module or a classic one. */
const ownAddress = (): string => {
  const script = document.currentScript as HTMLScriptElement | null;
  return script?.src || (/http[^\s)]+?(?=:\d+:)/.exec(Error().stack ?? '')?.[0] ?? '');
};

const address = ownAddress();
const first = customElements.get('samtykke-form');
const take: Learn = first ? Reflect.get(first, 'learn') : start;
take(GIVEN, address);

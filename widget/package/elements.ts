// What `import { defineElements } from 'samtykke'` brings: the elements, as modules that a site's own build splits.
import { start } from '../loader/start.ts';

export type { Answered, SamtykkeEvent, SamtykkeEvents } from '../events.ts';
export type { OpenForm, Problem, Saved, SubmissionAnswer } from './api.ts';
export type * from './globals.ts';
export type * from './types.ts';

/**
 * Defines `<samtykke-form>`, `<samtykke-field>` and `<samtykke-preferences>`. Their code is part of your build, and is
 * fetched when one of them comes near the viewport. Does nothing on a server, or where they are defined already.
 *
 * @param host The address of your Worker.
 * @example
 * defineElements('https://consent.example.com');
 */
export const defineElements = (host: string): void => {
  if (!globalThis.customElements || customElements.get('samtykke-form')) return;
  const address = `${host.replace(/\/+$/, '')}/`;
  start({ host: address }, address);
};

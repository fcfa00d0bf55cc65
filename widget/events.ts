import type { Saved } from '../worker/contract/preferences.ts';
import type { Problem } from '../worker/contract/problem.ts';
import type { SubmissionAnswer } from '../worker/contract/submission.ts';

/** What a visitor has answered, as the Worker takes it. */
export type Answered = {
  fields: Record<string, string | string[]>;
  purposes: Record<string, boolean>;
  subscriptions: Record<string, boolean>;
};

/** The details of the events that the elements fire. All bubble and cross shadow roots. */
export type SamtykkeEvents = {
  /** The form is shown. */
  'samtykke-ready': { form: string; version: number; locale: string };
  /** The visitor submits, and everything is valid. Cancelable: `preventDefault()` keeps it from being sent. */
  'samtykke-submit': Answered;
  /** The Worker has recorded it. */
  'samtykke-recorded': SubmissionAnswer;
  /** The address is confirmed by its code, and pending consents are given. */
  'samtykke-confirmed': { receipt: string };
  /** A person has changed their preferences. */
  'samtykke-saved': Omit<Saved, 'preferences'>;
  /** A pop-up or side tab is about to open. Cancelable where it opens automatically: `preventDefault()` keeps it shut. */
  'samtykke-open': { form: string; trigger: 'click' | 'delay' | 'scroll' | 'exit' };
  /** A pop-up or side tab was closed. */
  'samtykke-close': { form: string };
  /** Something failed, and the visitor sees a message. `problem` is what the Worker answered. */
  'samtykke-error': { why: string; problem?: Problem };
};

/** An event of an element, with what happened as its `detail`. */
export type SamtykkeEvent<Name extends keyof SamtykkeEvents> = CustomEvent<SamtykkeEvents[Name]>;

type SamtykkeEventMap = { [Name in keyof SamtykkeEvents]: SamtykkeEvent<Name> };

declare global {
  // Elements, the document and the window know these events, for they bubble all the way up.
  interface GlobalEventHandlersEventMap extends SamtykkeEventMap {}
}

/**
 * Tells a tag manager of an event, where the element has the attribute `data-layer`. It takes of it what
 * says nothing of who the visitor is; what an event does not have is reset.
 */
const push = (
  element: Element,
  event: string,
  { trigger, why, decisions }: Readonly<Record<string, unknown>>,
): void => {
  const page: { dataLayer?: object[] } = Object(window);
  const form = element.getAttribute('form');
  page.dataLayer ??= [];
  page.dataLayer.push({ event, samtykke: { form, trigger, why, decisions } });
};

/** Fires an event on the host page; returns false if a listener cancelled it, which only some events heed. */
export const emit = <Name extends keyof SamtykkeEvents>(
  element: Element,
  name: Name,
  detail: SamtykkeEvents[Name],
): boolean => {
  const isHeeded = element.dispatchEvent(
    new CustomEvent(name, {
      detail,
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );
  if (isHeeded && element.hasAttribute('data-layer')) push(element, name, detail);
  return isHeeded;
};

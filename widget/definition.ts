import type { ReactiveController, ReactiveElement } from 'lit';
import type { FormAnswer, OpenForm } from '../worker/contract/form.ts';
import type { Problem } from '../worker/contract/problem.ts';
import { definitionAddress } from './address.ts';
import { ownLocale, type Texts } from './locales/texts.ts';

/** The folder of this build below `host`, set by widget/tools/build.ts. */
declare const BUILD: string;

/** An element that shows a form or the consent part of one. */
export type Shows = ReactiveElement & {
  /** The key of the form. */
  formKey: string;
  /** The address of the Worker, ending in a slash. */
  host: string;
  /** The answer that the loader has already asked for. */
  answer?: Promise<Response>;
  definition?: OpenForm;
  texts?: Texts;
  /** Fetches what this one definition needs besides. */
  prepare(definition: OpenForm): Promise<void>;
  /** Called when the definition and the texts are there. */
  ready(): void;
  closed(message: string): void;
  unavailable(problem?: Problem): void;
};

const load = async (element: Shows, part: string): Promise<void> => {
  element.host ??= element.getAttribute('host') ?? new URL('../../', import.meta.url).href;
  try {
    const inline = element.querySelector('script[type="application/json"]')?.textContent;
    let answer: FormAnswer | undefined =
      element.definition ?? (inline ? JSON.parse(inline) : undefined);
    if (!answer) {
      const response = await (element.answer ??
        fetch(definitionAddress(element.host, element.formKey, element, part)));
      const json = await response.json();
      if (!response.ok) {
        // Said to the marketer, who alone can mend it: an origin to add, a key to spell.
        console.warn('Samtykke:', json.detail ?? json.title);
        element.unavailable(json);
        return;
      }
      answer = json as FormAnswer;
    }
    if (!answer.active) {
      element.closed(answer.inactive);
      return;
    }
    const [texts] = await Promise.all([
      import(`${element.host}w/${BUILD}/${ownLocale(answer.locale)}.js`),
      element.prepare(answer),
    ]);
    element.texts ??= texts.default;
    element.definition = answer;
    element.ready();
  } catch {
    element.unavailable();
  }
};

/**
 * Brings an element its definition and the texts of that definition's locale, once it is in a page.
 * Resolves when the element shows what there is to show: the form, or why there is none.
 */
export const loadOnce = (element: Shows, part: string): Promise<void> =>
  new Promise((resolve) => {
    const first: ReactiveController = {
      hostConnected: () => {
        // An element that is moved in the page is connected again, and goes on as it is.
        element.removeController(first);
        void load(element, part).then(resolve);
      },
    };
    element.addController(first);
  });

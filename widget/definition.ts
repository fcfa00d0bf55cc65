import type { FormAnswer, OpenForm } from '../worker/contract/form.ts';
import type { Problem } from '../worker/contract/problem.ts';
import { definitionAddress } from './address.ts';
import type { Controller, WidgetElement } from './element.ts';
import { directionOf, ownLocale, type Texts } from './locales/texts.ts';
import { fetchPart, scriptHost } from './part.ts';

/** An element that shows a form or the consent part of one. */
export type FormElement = WidgetElement & {
  /** The key of the form. */
  formKey: string;
  /** The address of the Worker, ending in a slash. */
  host: string;
  /** The answer that the loader has already asked for. */
  answer?: Promise<Response>;
  definition?: OpenForm;
  texts?: Texts;
};

/**
 * What came of loading: the form with its texts, or why it is closed; else the problem that the Worker
 * named, and undefined when it could not be reached.
 */
export type Loaded = FormAnswer | Problem | undefined;

/** Fetches what a definition needs besides the texts of its locale. */
type Prepare = (definition: OpenForm) => Promise<void>;

const load = async (element: FormElement, part: string, prepare?: Prepare): Promise<Loaded> => {
  element.host ??= element.getAttribute('host') ?? scriptHost();
  try {
    const inline = element.querySelector('script[type="application/json"]')?.textContent;
    let answer: FormAnswer | null = element.definition ?? JSON.parse(inline ?? 'null');
    if (!answer) {
      const response = await (element.answer ??
        fetch(definitionAddress(element, element.formKey, part)));
      const json = await response.json();
      if (!response.ok) {
        // For the marketer, who alone can mend it: an origin to add, a key to spell.
        console.warn('Samtykke:', json.detail ?? json.title);
        return json as Problem;
      }
      answer = json as FormAnswer;
    }
    element.lang = answer.locale;
    element.dir = directionOf(answer.locale);
    if (answer.active) {
      const [texts] = await Promise.all([
        fetchPart<{ default: Texts }>(element.host, ownLocale(answer.locale)),
        prepare?.(answer),
      ]);
      element.texts ??= texts.default;
      element.definition = answer;
    }
    return answer;
  } catch {
    return undefined;
  }
};

/** Brings an element its definition and the texts of that definition's locale, once it is in a page. */
export const loadOnce = (element: FormElement, part: string, prepare?: Prepare): Promise<Loaded> =>
  new Promise((resolve) => {
    const first: Controller = {
      hostConnected: () => {
        // An element that is moved in the page is connected again, and goes on as it is.
        element.removeController(first);
        resolve(load(element, part, prepare));
      },
    };
    element.addController(first);
  });

// What the script of one form brings along beside the loader.
import type { FormAnswer } from '../../worker/contract/form.ts';
import { wantedLocale } from '../address.ts';

/** The form of a script, and in which language the script was asked for. */
export type Known = {
  answer: FormAnswer;
  /** The languages that the form has. */
  locales: readonly string[];
  /** The language that the address of the script names. */
  locale?: string;
};

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * Returns the definition if an element is to show that form, and in that language: the one that the script
 * was asked for, or the element's own. Undefined where the form has another that is nearer.
 */
export const definitionFor =
  ({ answer, locales, locale }: Known) =>
  (element: Element): FormAnswer | undefined => {
    if (!element.matches(`samtykke-form[form="${answer.form}"]`)) return undefined;
    if (locale && !element.hasAttribute('locale')) return answer;
    const wanted = wantedLocale(element);
    const isNear = (tag: string) => languageOf(tag) === languageOf(wanted);
    const isBest = isNear(answer.locale) ? !locales.includes(wanted) : !locales.some(isNear);
    return answer.locale === wanted || isBest ? answer : undefined;
  };

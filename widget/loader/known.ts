// What the script of one form brings along beside the loader.
import type { FormAnswer } from '../../worker/contract/form.ts';
import { wantedLocale } from '../address.ts';
import { importModule } from '../importing.ts';
import type { Texts } from '../locales/texts.ts';
import type { Kit } from '../part.ts';
import type { ElementClass, Given } from './given.ts';
import { paint } from './painting.ts';

/** The form of a script, and in which language the script was asked for. */
export type Known = {
  answer: FormAnswer;
  /** The languages that the form has. */
  locales: readonly string[];
  /** The language that the address of the script names. */
  locale?: string | undefined;
  /** The widget's own texts for the answer, and the name of their file. */
  texts: Texts;
  own: string;
  /** Which way the answer is written. */
  dir: string;
};

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * Whether an element is to show that form, and in that language: the one that the script was asked for, or the
 * element's own. Not where the form has another that is nearer.
 */
const isFor = (element: Element, { answer, locales, locale }: Known): boolean => {
  if (!element.matches(`samtykke-form[form="${answer.form}"]`)) return false;
  if (locale && !element.hasAttribute('locale')) return true;
  const wanted = wantedLocale(element);
  const isNear = (tag: string) => languageOf(tag) === languageOf(wanted);
  const isBest = isNear(answer.locale) ? !locales.includes(wanted) : !locales.some(isNear);
  return answer.locale === wanted || isBest;
};

/** What a script brings along as it is. With a style sheet there is no code of the form. */
export type Brought = Given & { host: string; build: string; css?: string };

/**
 * Adds to what a script brings along the definition with its texts, for the elements that are to show it. Where
 * there is a style sheet, each is painted with it at once, but for pop-ups and what a server has rendered, and
 * the code of the form is fetched.
 */
export const knowing = ({ css, ...given }: Brought, known: Known): Given => {
  const { answer, own, texts, dir } = known;
  const fetchForm = async (kit: Kit): Promise<ElementClass> => {
    const { default: form } = await importModule(`${given.host}w/${given.build}/unstyled.js`);
    const made = form(Object.assign(kit, { css }));
    // What came along is of no use to the code of another build, which was deployed since.
    if (kit.build !== given.build) kit.parts = {};
    return made;
  };
  return {
    form: css ? fetchForm : undefined,
    ...given,
    parts: { ...given.parts, [own]: () => ({ default: texts }) },
    definitionFor: (element) => {
      if (!isFor(element, known)) return undefined;
      if (css && answer.active && !element.shadowRoot && !element.hasAttribute('display'))
        paint(element, answer, { css, texts, dir });
      return answer;
    },
  };
};

import type { FormAnswer, FormPart } from '../contract/form.ts';
import { formTextsIn } from '../locales/form.ts';
import { ownLocaleFor } from '../locales/own.ts';

/** The functions of the widget that a script is made of, and their build; set by worker/tools/build.ts. */
declare const WIDGET: Readonly<Record<'loader' | 'known' | 'form' | FormPart, string>>;
declare const BUILD: string;

/** What the script of one form brings along. */
export type FormScript = {
  /** The address of this Worker, ending in a slash. */
  host: string;
  /** Left out for a page that may not use the form: the element then asks, and says what it is told. */
  answer?: FormAnswer;
  /** The languages that the form has. */
  locales?: readonly string[];
  /** The language that the script was asked for, if it was. */
  locale?: string | undefined;
};

/** The parts that a form needs from the start, and its texts, as the properties of an object. */
const partsFor = (answer: FormAnswer): string[] => {
  if (!answer.active) return [];
  const locale = ownLocaleFor(answer.locale);
  const texts = JSON.stringify(formTextsIn(locale));
  return [
    ...(answer.parts ?? []).map((part) => `${part}:${WIDGET[part]}`),
    `${locale}:()=>({default:${texts}})`,
  ];
};

/**
 * The script of one form: the loader, the code of the form, its texts and its definition in one answer
 * (widget/loader/given.ts), so that a page shows the form after a single request.
 */
export const formScript = ({ host, answer, locales = [], locale }: FormScript): string => {
  const given = [
    `host:${JSON.stringify(host)}`,
    `build:${JSON.stringify(BUILD)}`,
    `form:${WIDGET.form}`,
  ];
  if (answer) {
    const known = JSON.stringify({ answer, locales, locale });
    given.push(
      `parts:{${partsFor(answer).join()}}`,
      `definitionFor:${WIDGET.known}().definitionFor(${known})`,
    );
  }
  return `${WIDGET.loader}({${given.join()}})`;
};

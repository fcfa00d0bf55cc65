import { directionOf } from '../../widget/locales/texts.ts';
import type { FormAnswer, FormPart } from '../contract/form.ts';
import { formTextsIn } from '../locales/form.ts';
import { ownLocaleFor } from '../locales/own.ts';

/** The functions of the widget that a script is made of, its style sheet, and their build; set by worker/tools/build.ts. */
declare const WIDGET: Readonly<Record<'loader' | 'known' | 'form' | 'css' | FormPart, string>>;
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

/** Whether a form has no more than loader/painting.ts shows. What confirms an address comes after it was sent. */
const isPainted = ({ active }: FormAnswer, parts: readonly FormPart[]): boolean =>
  active && parts.every((part) => part === 'confirm');

/** The widget's own texts for an answer, by the name of their file, and which way the answer is written. */
const textsFor = ({ locale }: FormAnswer) => {
  const own = ownLocaleFor(locale);
  return { own, texts: formTextsIn(own), dir: directionOf(locale) };
};

/**
 * The script of one form: the loader with the form's definition and texts, so that a page shows the form after a
 * single request (widget/loader/given.ts). Most forms are painted, and their code fetched meanwhile; one with
 * more than that has all of its code along.
 */
export const formScript = ({ host, answer, locales = [], locale }: FormScript): string => {
  const parts = answer?.active ? (answer.parts ?? []) : [];
  const code = answer && isPainted(answer, parts) ? `css:${WIDGET.css}` : `form:${WIDGET.form}`;
  const given = [`host:${JSON.stringify(host)}`, `build:${JSON.stringify(BUILD)}`, code];
  if (!answer) return `${WIDGET.loader}({${given.join()}})`;
  given.push(`parts:{${parts.map((part) => `${part}:${WIDGET[part]}`).join()}}`);
  const known = JSON.stringify({ answer, locales, locale, ...textsFor(answer) });
  return `${WIDGET.loader}(${WIDGET.known}().knowing({${given.join()}},${known}))`;
};

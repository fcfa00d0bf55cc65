import { z } from 'zod';
import type { FieldError } from '../../contract/problem.ts';
import { tidied } from '../../contract/tidied.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { startOfDay } from '../../platform/zone.ts';
import type { ConsoleContext } from './app.ts';

/** What a screen's form posts, by control name. */
export type Posted = Record<string, string | string[]>;

/** Reads a posted form; a screen that takes files reads those itself. */
export const readPosted = async (c: ConsoleContext): Promise<Posted> => {
  const posted: Posted = {};
  for (const [name, value] of Object.entries(
    await readForm(() => c.req.parseBody({ all: true })),
  )) {
    const texts = [value].flat().filter((each): each is string => typeof each === 'string');
    const clean = texts.map((text) => tidied('textarea', text));
    posted[name] = clean.length === 1 ? (clean[0] ?? '') : clean;
  }
  return posted;
};

/** Returns the first value of a control; an empty text if it is missing. */
export const textOf = (posted: Posted, name: string): string => [posted[name]].flat()[0] ?? '';

/** Returns every value of a control that is not empty. */
export const textsOf = (posted: Posted, name: string): string[] =>
  [posted[name] ?? []].flat().filter((text) => text !== '');

/** Returns the lines of a text that say something. */
export const linesOf = (posted: Posted, name: string): string[] =>
  textOf(posted, name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Returns whether a checkbox is checked. */
export const isChecked = (posted: Posted, name: string): boolean => posted[name] !== undefined;

/** Returns when a day begins in a zone (UTC ms); the text itself if it is no day, and nothing if it is empty. */
export const dayOf = (posted: Posted, name: string, zone: string): unknown => {
  const text = textOf(posted, name);
  const { data: day } = z.iso.date().safeParse(text);
  return day === undefined ? text || undefined : startOfDay(zone, day);
};

/** Returns a whole number; the text itself if it is not one, so that the schema reports it. */
export const numberOf = (posted: Posted, name: string): unknown => {
  const text = tidied('integer', textOf(posted, name));
  return /^-?\d+$/.test(text) ? Number(text) : text;
};

/** The result of an attempt: its value, or the errors by field. */
export type Attempt<Value> =
  | { ok: true; value: Value }
  | { ok: false; errors: readonly FieldError[] };

/**
 * Runs some work and returns what the user can correct as errors; throws everything else on. `controlOf` names the
 * control of an error where the form calls it otherwise than what is written.
 */
export const attempt = async <Value>(
  work: () => Promise<Value>,
  controlOf: (field: string) => string = (field) => field,
): Promise<Attempt<Value>> => {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.document.status >= 500) throw error;
    if (error.kind === 'not-found') throw error;
    const { errors, detail } = error.facts;
    const found = errors ?? [
      { field: '', code: error.kind, message: detail ?? error.document.title },
    ];
    return {
      ok: false,
      errors: found.map((each) => ({ ...each, field: controlOf(each.field) })),
    };
  }
};

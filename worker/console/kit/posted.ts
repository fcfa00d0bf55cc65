import type { Context } from 'hono';
import type { FieldError } from '../../contract/problem.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp } from './app.ts';

/** What a screen's form posts, by control name. */
export type Posted = Record<string, string | string[]>;

/** Reads a posted form; files are left to the screen that takes them. */
export const readPosted = async (c: Context<ConsoleApp>): Promise<Posted> => {
  const posted: Posted = {};
  for (const [name, value] of Object.entries(await c.req.parseBody({ all: true }))) {
    const texts = [value].flat().filter((each): each is string => typeof each === 'string');
    // A browser ends lines with CR LF.
    const clean = texts.map((text) => text.replaceAll('\r\n', '\n'));
    posted[name] = clean.length === 1 ? (clean[0] ?? '') : clean;
  }
  return posted;
};

export const textOf = (posted: Posted, name: string): string => [posted[name]].flat()[0] ?? '';

/** Every value of a control, none where it is missing. */
export const textsOf = (posted: Posted, name: string): string[] =>
  [posted[name] ?? []].flat().filter((text) => text !== '');

export const isTicked = (posted: Posted, name: string): boolean => posted[name] !== undefined;

/** A whole number, or what was written where it is none, so that the schema says so. */
export const numberOf = (posted: Posted, name: string): unknown => {
  const text = textOf(posted, name).trim();
  return /^-?\d+$/.test(text) ? Number(text) : text;
};

/** What came of trying: the value, or what is wrong field by field. Other problems are thrown on. */
export type Tried<Value> =
  | { ok: true; value: Value }
  | { ok: false; errors: readonly FieldError[] };

export const tried = async <Value>(work: () => Promise<Value>): Promise<Tried<Value>> => {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.document.status >= 500) throw error;
    if (error.kind === 'not-found') throw error;
    const { errors, detail } = error.facts;
    return {
      ok: false,
      errors: errors ?? [{ field: '', code: error.kind, message: detail ?? error.document.title }],
    };
  }
};

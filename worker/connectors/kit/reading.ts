// How what tools answer and post is read.
import type { z } from 'zod';
import { ToolError } from './ask.ts';

/** Reads an answer by its schema; throws as for no answer where it is another. */
export const parsed = <Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
): z.output<Schema> => {
  const answer = schema.safeParse(json);
  if (answer.success) return answer.data;
  throw new ToolError('unreachable', 200);
};

/** Reads what was posted as JSON; null where it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Reads a moment with its zone, as UTC ms; null where there is none. */
export const timeOf = (text: string | null | undefined): number | null => {
  const time = /(Z|[+-]\d{2}:?\d{2})$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  return Number.isNaN(time) ? null : time;
};

/** The latest of some moments, as UTC ms; null where none has a zone. */
export const latest = (times: readonly (string | null | undefined)[]): number | null => {
  const known = times.flatMap((time) => timeOf(time) ?? []);
  return known.length > 0 ? Math.max(...known) : null;
};

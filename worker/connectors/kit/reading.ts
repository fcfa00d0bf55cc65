// How what tools answer is read.
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

/** Reads a moment with its zone, as UTC ms; null where there is none. */
export const timeOf = (text: string | null | undefined): number | null => {
  const time = /(Z|[+-]\d{2}:?\d{2})$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  return Number.isNaN(time) ? null : time;
};

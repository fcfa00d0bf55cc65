import type { z } from 'zod';
import { ProblemError } from './problem.ts';

/** Parses what came over the wire, or throws a problem with one entry a wrong field. */
export const parse = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ProblemError('invalid-fields', {
    errors: parsed.error.issues.map(({ path, code, message }) => ({
      field: path.join('.'),
      code,
      message,
    })),
  });
};

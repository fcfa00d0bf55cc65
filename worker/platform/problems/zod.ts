import type { z } from 'zod';
import { plainMessage } from './plain.ts';
import { ProblemError } from './problem.ts';

/** Makes the problem of input that a schema refuses, with one entry a wrong field. */
const invalidFields = ({ issues }: z.ZodError): ProblemError =>
  new ProblemError('invalid-fields', {
    errors: issues.map(({ path, code, message }) => ({ field: path.join('.'), code, message })),
  });

/** Parses what came over the wire, or throws a problem with one entry a wrong field. */
export const parse = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(input, { error: plainMessage });
  if (parsed.success) return parsed.data;
  throw invalidFields(parsed.error);
};

import { resolver, uniqueSymbol } from 'hono-openapi';
import type { z } from 'zod';

/** Leaves out what only repeats the `format` beside it, and bounds that every integer in JSON has. */
const tidy = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** Answers may gain fields, so nobody should refuse those that they do not know. */
const tidyAnswer = (part: { jsonSchema: Record<string, unknown> }): void => {
  tidy(part);
  if (part.jsonSchema.additionalProperties === false) delete part.jsonSchema.additionalProperties;
};

/** Returns what hono-openapi turns into the JSON Schema of what we take, once the document is asked for. */
export const takenBy = (schema: z.ZodType) =>
  resolver(schema, { options: { io: 'input', unrepresentable: 'any', override: tidy } });

/** The same of what we answer: with defaults filled in. */
export const answeredBy = (schema: z.ZodType) =>
  resolver(schema, { options: { io: 'output', unrepresentable: 'any', override: tidyAnswer } });

/** Marks a middleware with its part of the description of every operation that it stands before. */
export const describes = <Middleware extends object>(
  middleware: Middleware,
  spec: Record<string, unknown>,
): Middleware => Object.assign(middleware, { [uniqueSymbol]: { spec } });

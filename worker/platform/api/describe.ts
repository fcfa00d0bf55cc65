import { resolver, uniqueSymbol } from 'hono-openapi';
import type { z } from 'zod';

/** Leaves out what only repeats the `format` beside it, and bounds that every integer in JSON has. */
const tidy = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** Returns what hono-openapi turns into a JSON Schema once somebody asks for the document. */
export const schemaOf = (schema: z.ZodType) =>
  resolver(schema, { options: { io: 'input', unrepresentable: 'any', override: tidy } });

/** Marks a middleware with its part of the description of every operation that it stands before. */
export const describes = <Middleware extends object>(
  middleware: Middleware,
  spec: Record<string, unknown>,
): Middleware => Object.assign(middleware, { [uniqueSymbol]: { spec } });

import type { MiddlewareHandler } from 'hono';
import type { InferInput } from 'hono/validator';
import { uniqueSymbol } from 'hono-openapi';
import { z } from 'zod';
import type { App, AppContext } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';
import { parse } from '../problems/zod.ts';
import { takenBy } from './describe.ts';
import { readJson } from './read-json.ts';

type Target = 'param' | 'query' | 'json';

/** What a handler reads by `c.req.valid(target)`, and what a typed client has to give. */
type Taken<From extends Target, Schema extends z.ZodType> = {
  in: {
    [Key in From]: Key extends 'json' ? z.input<Schema> : InferInput<z.input<Schema>, Key>;
  };
  out: { [Key in From]: z.output<Schema> };
};

const validator = <From extends Target, Schema extends z.ZodType<object>>(
  target: From,
  schema: Schema,
  read: (c: AppContext) => z.output<Schema> | Promise<z.output<Schema>>,
): MiddlewareHandler<App, string, Taken<From, Schema>> =>
  Object.assign(
    async (c: AppContext, next: () => Promise<void>) => {
      c.req.addValidatedData(target, await read(c));
      await next();
    },
    { [uniqueSymbol]: { target, ...takenBy(schema) } },
  );

const NOT_JSON = [{ field: '', code: 'invalid_type', message: 'The body is not JSON.' }];

const bodyOf = async (c: AppContext): Promise<unknown> => {
  const text = await c.req.text();
  try {
    return text === '' ? undefined : readJson(text);
  } catch {
    throw new ProblemError('invalid-fields', { errors: NOT_JSON });
  }
};

/** Reads the body as JSON for a handler that checks it itself; undefined where it is none. */
export const readBody = (c: Pick<AppContext, 'req'>): Promise<unknown> =>
  c.req
    .text()
    .then(readJson)
    .catch(() => undefined);

/** Takes the body as JSON, whatever its Content-Type says. Throws 422 `invalid-fields`. */
export const json = <Schema extends z.ZodType<object>>(schema: Schema) =>
  validator('json', schema, async (c) => parse(schema, await bodyOf(c)));

/** Takes the query; of a name given twice it reads one. Throws 422 `invalid-fields`. */
export const query = <Schema extends z.ZodType<object>>(schema: Schema) =>
  validator('query', schema, (c) => parse(schema, c.req.query()));

/**
 * Takes what the path names. Throws 404 `not-found` with this detail for a name that nothing can have, or
 * 422 `invalid-fields` without one.
 */
export const param = <Shape extends z.core.$ZodShape>(shape: Shape, missing?: string) => {
  const schema = z.object(shape);
  return validator('param', schema, (c) => {
    if (missing === undefined) return parse(schema, c.req.param());
    const parsed = schema.safeParse(c.req.param());
    if (parsed.success) return parsed.data;
    throw new ProblemError('not-found', { detail: missing });
  });
};

import { z } from 'zod';

/** A column that holds 0 or 1. */
export const flag = z.number().transform((value) => value === 1);

/** A column that holds JSON of a known shape. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text): z.output<Schema> => schema.parse(JSON.parse(text)));

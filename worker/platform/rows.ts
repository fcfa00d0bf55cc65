import { z } from 'zod';

/** A column that holds 0 or 1. */
export const flag = z.number().transform((value) => value === 1);

/** A column that holds JSON of a known shape. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text): z.output<Schema> => schema.parse(JSON.parse(text)));

const Results = z.array(z.unknown());

/**
 * Reads the rows that a query answered, by the schema of one. The schema of a list of them would be made anew for
 * each query, which takes longer than reading some rows.
 */
export const parseRows = <Row extends z.ZodType>(row: Row, results: unknown): z.output<Row>[] =>
  Results.parse(results).map((each) => row.parse(each));

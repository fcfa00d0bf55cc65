import { z } from 'zod';
import { audit } from '../audit.ts';
import { queryLimit } from '../budget.ts';
import { callerOf } from '../caller.ts';
import type { AppContext, Env } from '../env.ts';
import { parse } from '../problems/zod.ts';
import { csvLine } from './csv.ts';
import { END, type End, endCells, type Leaving, type Table, upTo } from './table.ts';
import { asXlsx } from './xlsx.ts';

/** How a table leaves. */
export const Format = z.enum(['csv', 'ndjson', 'xlsx']);
export type Format = z.infer<typeof Format>;

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The format as a query names it, and where the table is to begin. */
export const FormatQuery = z.object({
  format: Format.default('csv'),
  after: z
    .string()
    .max(400)
    .default('')
    .meta({
      description: 'Where to begin: `next` of the last row of the answer before.',
      examples: [''],
    }),
});

/** What `answerTable` answers, by content type. */
export const tableContents = {
  'text/csv': z.string().meta({
    description: `The last line is "${END}", the number of rows, and "next": empty where that was all.`,
  }),
  'application/x-ndjson': z.string().meta({
    description:
      'A JSON object a line. The last is `{"end":true,"rows":…,"next":null}`; where `next` is a text, ask again with it as `after`.',
  }),
  [types.xlsx]: z
    .string()
    .meta({ description: 'A workbook, whose last row is that of the CSV.', format: 'binary' }),
};

/** What reading a slice asks of D1 at most, and how much of what it answers is for that. */
const QUERIES_A_SLICE = 5;
const SHARE = 0.5;

const mostSlices = (env: Env): number => Math.floor((queryLimit(env) * SHARE) / QUERIES_A_SLICE);

const lastLine = (end: End, format: 'csv' | 'ndjson'): string =>
  format === 'csv' ? csvLine(endCells(end)) : `${JSON.stringify(end)}\n`;

const asLines = (
  { head, parts }: Leaving,
  format: 'csv' | 'ndjson',
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const line = (cells: readonly unknown[]): string =>
    format === 'csv'
      ? csvLine(cells)
      : `${JSON.stringify(Object.fromEntries(head.map((name, at) => [name, cells[at]])))}\n`;
  return new ReadableStream({
    start: (controller) => {
      if (format === 'csv') controller.enqueue(encoder.encode(csvLine(head)));
    },
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) return controller.close();
      const text = 'end' in value ? lastLine(value, format) : value.rows.map(line).join('');
      controller.enqueue(encoder.encode(text));
    },
  });
};

/**
 * Streams a table in the wanted format (CSV unless another is named), and records who exported it. It reads no
 * more than D1 surely answers to one request: its last line tells that it is whole, or where to go on.
 */
export const answerTable = async (c: AppContext, table: Table): Promise<Response> => {
  const { after: _, ...asked } = c.req.query();
  const { format, after: start } = parse(FormatQuery, c.req.query());
  const { name, head } = table;
  const leaving = { name, head, parts: upTo(mostSlices(c.env), table.slices(start)) };
  await audit(callerOf(c), { act: 'export', object: table.name, after: asked }).run();
  c.header('Content-Type', types[format]);
  c.header('Content-Disposition', `attachment; filename="${table.name}.${format}"`);
  c.header('Cache-Control', 'no-store');
  return c.body(format === 'xlsx' ? asXlsx(leaving) : asLines(leaving, format));
};

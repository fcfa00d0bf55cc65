import { z } from 'zod';
import { audit } from '../audit.ts';
import { queryLimit } from '../budget.ts';
import { callerOf } from '../caller.ts';
import type { AppContext, Env } from '../env.ts';
import { parse } from '../problems/zod.ts';
import { minuteIn } from '../zone.ts';
import { type Csv, csvLine, usualCsv } from './csv.ts';
import { END, type End, endCells, type Leaving, type Table, upTo } from './table.ts';
import { asXlsx } from './xlsx.ts';

/** How a table leaves. */
export const Format = z.enum(['csv', 'csv-excel', 'csv-plain', 'ndjson', 'xlsx']);
export type Format = z.infer<typeof Format>;

/** What each format is called, in any language. */
export const formatNames: Record<Format, string> = {
  csv: 'CSV',
  'csv-excel': 'CSV (Excel)',
  'csv-plain': 'CSV (UTF-8)',
  ndjson: 'NDJSON',
  xlsx: 'XLSX',
};

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  'csv-excel': 'text/csv; charset=utf-8',
  'csv-plain': 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The format as a query names it, and where the table is to begin. */
export const FormatQuery = z.object({
  format: Format.default('csv').meta({
    description:
      '`csv` and `csv-excel` guard against formulas; `csv-excel` has a byte order mark, semicolons and local times; `csv-plain` is for programs and guards nothing.',
  }),
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

/** What Excel needs to see that a file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** How each kind of CSV is written: for anything, for Excel in the operator's time zone, and for machines. */
const csvOf = (format: Format, zone: string): Csv => {
  if (format === 'csv-excel')
    return {
      separator: ';',
      isGuarded: true,
      time: (at) => minuteIn(zone, at.getTime()).replace('T', ' '),
    };
  return { ...usualCsv, isGuarded: format !== 'csv-plain' };
};

/** Writes the lines of a table: its head, its rows, and its end. */
const linesOf = ({ head }: Leaving, format: Format, zone: string) => {
  if (format === 'ndjson')
    return {
      first: '',
      row: (cells: readonly unknown[]) =>
        `${JSON.stringify(Object.fromEntries(head.map((name, at) => [name, cells[at]])))}\n`,
      last: (end: End) => `${JSON.stringify(end)}\n`,
    };
  const csv = csvOf(format, zone);
  const mark = format === 'csv-excel' ? BYTE_ORDER_MARK : '';
  return {
    first: mark + csvLine(head, csv),
    row: (cells: readonly unknown[]) => csvLine(cells, csv),
    last: (end: End) => csvLine(endCells(end), csv),
  };
};

const asLines = (leaving: Leaving, format: Format, zone: string): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const { first, row, last } = linesOf(leaving, format, zone);
  return new ReadableStream({
    start: (controller) => {
      if (first) controller.enqueue(encoder.encode(first));
    },
    pull: async (controller) => {
      const { value, done } = await leaving.parts.next();
      if (done) return controller.close();
      const text = 'end' in value ? last(value) : value.rows.map(row).join('');
      controller.enqueue(encoder.encode(text));
    },
  });
};

/** What the name of a file ends in. */
const endingOf = (format: Format): string => format.replace(/-.*/, '');

/**
 * Streams a table in the wanted format (CSV unless another is named), and records who exported it. It reads no
 * more than D1 surely answers to one request: its last line tells that it is whole, or where to go on.
 */
export const answerTable = async (c: AppContext, table: Table, zone: string): Promise<Response> => {
  // What was typed of a name or an address is left out: the log is never erased.
  const { after: _, text: __, email: ___, ...asked } = c.req.query();
  const { format, after: start } = parse(FormatQuery, c.req.query());
  const { name, head } = table;
  const leaving = { name, head, parts: upTo(mostSlices(c.env), table.slices(start)) };
  await audit(callerOf(c), { act: 'export', object: table.name, after: asked }).run();
  c.header('Content-Type', types[format]);
  c.header('Content-Disposition', `attachment; filename="${table.name}.${endingOf(format)}"`);
  c.header('Cache-Control', 'no-store');
  return c.body(format === 'xlsx' ? asXlsx(leaving, zone) : asLines(leaving, format, zone));
};

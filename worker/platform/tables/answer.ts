import { z } from 'zod';
import { audit } from '../audit.ts';
import { callerOf } from '../caller.ts';
import type { AppContext } from '../env.ts';
import { parse } from '../problems/zod.ts';
import { csvLine } from './csv.ts';
import type { Table } from './table.ts';
import { asXlsx } from './xlsx.ts';

/** How a table leaves. */
export const Format = z.enum(['csv', 'ndjson', 'xlsx']);
export type Format = z.infer<typeof Format>;

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The format as a query names it. */
export const FormatQuery = z.object({ format: Format.default('csv') });

/** What `answerTable` answers, by content type. */
export const tableContents = {
  'text/csv': z.string(),
  'application/x-ndjson': z.string().meta({ description: 'A JSON object a line.' }),
  [types.xlsx]: z.string().meta({ description: 'A workbook.', format: 'binary' }),
};

const asLines = ({ head, slices }: Table, format: 'csv' | 'ndjson'): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const rows = slices();
  const line = (cells: readonly unknown[]): string =>
    format === 'csv'
      ? csvLine(cells)
      : `${JSON.stringify(Object.fromEntries(head.map((name, at) => [name, cells[at]])))}\n`;
  return new ReadableStream({
    start: (controller) => {
      if (format === 'csv') controller.enqueue(encoder.encode(csvLine(head)));
    },
    pull: async (controller) => {
      const { value, done } = await rows.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(line).join('')));
    },
  });
};

/** Streams a table in the wanted format (CSV unless another is named), and records who exported it. */
export const answerTable = async (c: AppContext, table: Table): Promise<Response> => {
  const format = parse(Format, c.req.query('format') ?? 'csv');
  await audit(callerOf(c), { act: 'export', object: table.name, after: c.req.query() }).run();
  c.header('Content-Type', types[format]);
  c.header('Content-Disposition', `attachment; filename="${table.name}.${format}"`);
  c.header('Cache-Control', 'no-store');
  return c.body(format === 'xlsx' ? asXlsx(table) : asLines(table, format));
};

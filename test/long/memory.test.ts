import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../worker/tools/wrangler.ts';
import { type Everything, runEverything } from '../running.ts';
import { connect, type Inspector, mostHeld } from './heap.ts';

/**
 * A Worker's isolate has 128 MB, heap and buffers together. The heap of this one has less than half of that: V8
 * ends the runtime where a file needs more at once.
 */
const HEAP_MB = 56;
const MOST_MB = 96;

const ROWS = 150_000;
/** So long slices of an import are looked at, of which each takes as much as the others. */
const SLICES_MS = 30_000;

const columns = ['email', 'name', 'company', 'city', 'phone', 'remark'] as const;

const rowOf = (name: string, at: number): string[] => [
  `${name}-${at}@example.com`,
  `Anna Holm ${at}`,
  `Holm and daughters ${at % 997}`,
  `Copenhagen ${at % 89}`,
  `+45 12 34 ${String(at).padStart(6, '0')}`,
  `Came to the feast of ${2000 + (at % 26)}, asked for the paper on gardens, row ${at}.`,
];

const csv = (): string =>
  [columns, ...Array.from({ length: ROWS }, (_, at) => rowOf('csv', at))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n');

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...all: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** A workbook whose cells hold their texts themselves. */
const xlsx = (): Uint8Array<ArrayBuffer> => {
  const rows = [columns, ...Array.from({ length: ROWS }, (_, at) => rowOf('xlsx', at))].map(
    (cells, at) =>
      `<row r="${at + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
  );
  return new Uint8Array(
    zipSync({
      '_rels/.rels': strToU8(
        relations(
          `<Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
        ),
      ),
      'xl/workbook.xml': strToU8(
        `<workbook ${namespace} xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" r:id="a"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        relations(
          `<Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
        ),
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet ${namespace}><sheetData>${rows.join('')}</sheetData></worksheet>`,
      ),
    }),
  );
};

let everything: Everything;
let inspector: Inspector;
/** Made before the Worker runs: meanwhile it would close its connections. */
const files = [
  ['CSV', csv()],
  ['XLSX', xlsx()],
] as const;

beforeAll(async () => {
  const port = await freePort();
  everything = await runEverything({
    database: inject('database'),
    inspector: port,
    heap: HEAP_MB,
  });
  inspector = await connect(port);
});
afterAll(async () => {
  inspector.close();
  await everything.stop();
});

const call = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) => {
  const headers = { Authorization: `Bearer ${everything.token}` };
  const answer = await fetch(`${everything.worker}${path}`, { method, headers, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
};

const occasion = new URLSearchParams({
  source: 'import',
  legalBasis: '61A',
  comment: 'The old tool.',
});

const Drafted = z.object({ id: z.string(), rows: z.number() });

/** Lets the schedule import slices for a while. */
const importFor = async (id: string, ms: number): Promise<void> => {
  const fields = { columns: ['email', 'name', '', '', '', ''], purposes: ['e-marketing'] };
  await call('POST', `/v1/imports/${id}/begin`, JSON.stringify(fields));
  for (const end = Date.now() + ms; Date.now() < end; )
    await call('GET', '/cdn-cgi/local/scheduled');
  await call('POST', `/v1/jobs/${id}/stop`);
};

const readAll = async (path: string): Promise<number> =>
  (await (await call('GET', path)).arrayBuffer()).byteLength;

test.each(files)(
  'an isolate takes a large file as %s in pieces, imports it and exports it',
  async (name, body) => {
    const megabytes = (body.length / 1_000_000).toFixed(1);
    const taken = call('POST', `/v1/imports?${occasion}`, body);
    const reading = await mostHeld(inspector, taken);
    const { id, rows } = Drafted.parse(await (await taken).json());
    expect(rows).toBe(ROWS);
    const importing = await mostHeld(inspector, importFor(id, SLICES_MS));
    const exports = ['people?format=csv', 'people?format=xlsx', 'records?format=ndjson'];
    const exporting: number[] = [];
    for (const path of exports)
      exporting.push(await mostHeld(inspector, readAll(`/v1/exports/${path}`)));
    const all = { reading, importing, exporting: Math.max(...exporting) };
    console.info(`${name} of ${megabytes} MB, ${rows} rows: ${JSON.stringify(all)} MB held`);
    for (const held of Object.values(all)) expect(held).toBeLessThan(MOST_MB);
  },
  900_000,
);

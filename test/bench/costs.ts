// `npm run costs`: counts again what each act asks of D1 (test/worker/costs.test.ts) and writes it, with its
// price, to the table in BENCHMARKS.md. `test/costs.test.ts` fails while the two differ.
import { readFile, writeFile } from 'node:fs/promises';

const COUNTED = 'test/worker/costs.tsv';
const WRITTEN = 'BENCHMARKS.md';

/** US$ for a million rows on Workers Paid, beyond what is included. https://developers.cloudflare.com/d1/platform/pricing/ */
const PRICE = { read: 0.001, written: 1 };

const BEGIN = '<!-- costs -->';
const END = '<!-- /costs -->';

const number = (value: string | undefined): string => Number(value).toLocaleString('en');

const HEAD = ['what', 'rows read', 'rows written', 'statements', 'round trips', '$ a million'];

const cellsOf = (line: string): string[] => {
  const [act = '', read, written, statements, trips] = line.split('\t');
  const price = Number(read) * PRICE.read + Number(written) * PRICE.written;
  const dollars = price.toLocaleString('en', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return [act, ...[read, written, statements, trips].map(number), dollars];
};

const tableOf = (counted: string): string => {
  const [, ...lines] = counted.trimEnd().split('\n');
  const rows = [HEAD, ...lines.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const written = rows.map((cells) =>
    cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    ),
  );
  return [written[0] ?? [], rule, ...written.slice(1)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

/** Reads the benchmarks as they are, and as they are to be by what was counted. */
export const benchmarks = async (): Promise<{ is: string; shouldBe: string }> => {
  const is = await readFile(WRITTEN, 'utf8');
  const [before, rest = ''] = is.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`${WRITTEN} has no place for the costs.`);
  const table = tableOf(await readFile(COUNTED, 'utf8'));
  return { is, shouldBe: `${before}${BEGIN}\n\n${table}\n\n${END}${after}` };
};

if (import.meta.main) await writeFile(WRITTEN, (await benchmarks()).shouldBe);

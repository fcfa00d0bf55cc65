// `npm run costs`: counts again what each act asks of D1 (test/worker/costs.test.ts) and writes it, with its
// price and what it comes to for many people, to BENCHMARKS.md. `test/costs.test.ts` fails while that differs.
import { readFile, writeFile } from 'node:fs/promises';
import { type Cost, SCALE_HEAD, scaleRows } from './scale.ts';
import { put, tableOf, WRITTEN } from './table.ts';

const COUNTED = 'test/worker/costs.tsv';
const OPERATIONS = 'test/worker/api/operations.tsv';

/** US$ for a million rows on Workers Paid, beyond what is included. https://developers.cloudflare.com/d1/platform/pricing/ */
const PRICE = { read: 0.001, written: 1 };

const HEAD = ['what', 'rows read', 'rows written', 'statements', 'round trips', '$ a million'];

const readCosts = async (path: string): Promise<ReadonlyMap<string, Cost>> => {
  const [, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [act = '', read, written, statements, trips] = line.split('\t');
      return [
        act,
        {
          read: Number(read),
          written: Number(written),
          statements: Number(statements),
          trips: Number(trips),
        },
      ];
    }),
  );
};

const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

const rowOf = ([act, cost]: [string, Cost]): string[] => [
  act,
  ...Object.values(cost).map((value) => value.toLocaleString('en')),
  (cost.read * PRICE.read + cost.written * PRICE.written).toLocaleString('en', cents),
];

/** Reads the benchmarks as they are, and as they are to be by what was counted. */
export const benchmarks = async (): Promise<{ is: string; shouldBe: string }> => {
  const is = await readFile(WRITTEN, 'utf8');
  const costs = await readCosts(COUNTED);
  const operations = await readCosts(OPERATIONS);
  const costOf = (act: string): Cost => {
    const cost = costs.get(act);
    if (!cost) throw new Error(`"${act}" was not counted.`);
    return cost;
  };
  const counted = put(is, 'costs', tableOf(HEAD, [...costs].map(rowOf)));
  const each = put(counted, 'operations', tableOf(HEAD, [...operations].map(rowOf)));
  return { is, shouldBe: put(each, 'scale', tableOf(SCALE_HEAD, scaleRows(costOf))) };
};

if (import.meta.main) await writeFile(WRITTEN, (await benchmarks()).shouldBe);

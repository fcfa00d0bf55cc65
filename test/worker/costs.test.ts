import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { as } from './builders.ts';
import { pages, peoplePages } from './costs/console.ts';
import { type Cost, costOf } from './costs/counting.ts';
import { expiryActs, laterActs, scheduleActs } from './costs/schedule.ts';
import { peopleActs, personActs } from './costs/staff.ts';
import { visitorActs } from './costs/visitors.ts';

/** Ids that scatter as random ones do, and the same in each run: a search reads a row more but at a table's end. */
const scattered = () => {
  let made = 0n;
  return (): `${string}-${string}-${string}-${string}-${string}` => {
    made += 1n;
    const id = BigInt.asUintN(64, made * 0x9e3779b97f4a7c15n)
      .toString(16)
      .padStart(16, '0');
    return `${id.slice(0, 8)}-${id.slice(8, 12)}-4000-8000-${id.slice(12).padStart(12, '0')}`;
  };
};

beforeAll(async () => {
  vi.spyOn(crypto, 'randomUUID').mockImplementation(scattered());
  // What an isolate remembers for some seconds it remembers to the end, however busy the machine is.
  vi.useFakeTimers({ toFake: ['Date'] });
  // What is written behind an answer costs the same at once.
  vi.spyOn(scheduler, 'wait').mockResolvedValue();
  const { put } = await as(['settings']);
  await put('/v1/settings/sender', { name: 'Æblegård', address: 'news@site.test' });
});

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** In an order in which each finds what it counts, and nothing else. */
const acts = [
  ...peopleActs,
  ...peoplePages,
  ...scheduleActs,
  ...pages,
  ...personActs,
  ...visitorActs,
  ...expiryActs,
  ...laterActs,
];

const costs: (Cost & { act: string })[] = [];

test.each(acts)('%s is counted', async (act, ready) => {
  costs.push({ act, ...(await costOf(await ready())) });
});

test('each costs what costs.tsv says: `npm run costs` writes it', async () => {
  const rows = costs.map(({ act, ...cost }) => [act, ...Object.values(cost)].join('\t'));
  const table = ['act', 'rows read', 'rows written', 'statements', 'round trips'].join('\t');
  await expect(`${[table, ...rows].join('\n')}\n`).toMatchFileSnapshot('costs.tsv');
});

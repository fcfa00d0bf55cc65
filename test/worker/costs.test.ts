import { afterAll, beforeAll, expect, test } from 'vitest';
import { as } from './builders.ts';
import { countAlike, countAsEver } from './costs/alike.ts';
import { pages, peoplePages } from './costs/console.ts';
import { type Cost, costOf, tsvOf } from './costs/counting.ts';
import { expiryActs, laterActs, scheduleActs } from './costs/schedule.ts';
import { peopleActs, personActs } from './costs/staff.ts';
import { visitorActs } from './costs/visitors.ts';

beforeAll(async () => {
  countAlike();
  const { put } = await as(['settings']);
  await put('/v1/settings/sender', { name: 'Æblegård', address: 'news@site.test' });
});

afterAll(countAsEver);

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
  await expect(tsvOf(costs)).toMatchFileSnapshot('costs.tsv');
});

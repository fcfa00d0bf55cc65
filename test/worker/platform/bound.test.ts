import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSlices } from '../../../worker/platform/bound.ts';

const Rows = z.array(z.string());
const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

test('rows are bound in slices of at most 100 kB, in their order, each once', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `${at} ${'æ"\n'.repeat(at % 100)}`);
  const slices = [...jsonSlices(rows)];
  expect(slices.length).toBeGreaterThan(5);
  expect(slices.every((slice) => sizeOf(slice) < 100_100)).toBe(true);
  expect(slices.flatMap((slice) => Rows.parse(JSON.parse(slice)))).toEqual(rows);
});

test('a row that is longer than a slice is bound alone', () => {
  const rows = ['a', 'x'.repeat(200_000), 'b'];
  expect([...jsonSlices(rows)].map((slice) => Rows.parse(JSON.parse(slice)).length)).toEqual([
    1, 1, 1,
  ]);
});

test('no row is bound in no slice', () => {
  expect([...jsonSlices([])]).toEqual([]);
});

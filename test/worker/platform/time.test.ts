import { expect, test } from 'vitest';
import { monthsAfter } from '../../../worker/platform/time.ts';

test.each([
  ['2026-11-24', 1, '2026-12-24'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
])('from %s %i months lead to %s', (from, months, to) => {
  expect(new Date(monthsAfter(Date.parse(from), months)).toISOString().slice(0, 10)).toBe(to);
});

import { expect, test } from 'vitest';
import { benchmarks } from './bench/costs.ts';

test('BENCHMARKS.md says what each act costs, as it was counted: `npm run costs` writes it', async () => {
  const { is, shouldBe } = await benchmarks();
  expect(is).toBe(shouldBe);
});

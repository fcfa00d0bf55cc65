import { expect, test } from 'vitest';
import { runHistory } from './histories.ts';

test('no history of any faults makes a yes of a no at a tool, and what differs in the end is listed', () => {
  for (let seed = 1; seed <= 5_000; seed++) expect(() => runHistory(seed)).not.toThrow();
});

import { afterEach, expect, test, vi } from 'vitest';
import { OutOfQueries } from '../../../worker/platform/budget.ts';
import { forEach } from '../../../worker/platform/each.ts';
import { within } from '../../../worker/platform/within.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Works on the numbers 1 to 4, of which some fail; returns which were done, and what came of it. */
const work = async (errors: Readonly<Record<number, Error>>) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const done: number[] = [];
  const outcome = await forEach(
    'number',
    [1, 2, 3, 4],
    (each) => each,
    async (each) => {
      if (errors[each]) throw errors[each];
      done.push(each);
    },
  ).catch((error: unknown) => error);
  return { done, outcome, logged: log.mock.calls };
};

test('a row that fails is logged without what its error says, and holds up no other', async () => {
  const { done, outcome, logged } = await work({ 2: new TypeError('anna@example.com') });
  expect(done).toEqual([1, 3, 4]);
  expect(logged).toEqual([['number', 2, 'TypeError']]);
  expect(outcome).toMatchObject({ name: 'SomeFailed', message: '1 of 4' });
});

test.each([
  ['does not answer', new Error('D1_ERROR: D1 DB is overloaded.')],
  ['answers no more in this run', new OutOfQueries()],
])('nothing more is tried where the database %s', async (_, error) => {
  expect(await work({ 2: error })).toEqual({ done: [1], outcome: error, logged: [] });
});

test('an answer that does not come is waited for no longer than was said', async () => {
  const never = new Promise<string>(() => {});
  await expect(within(10, never)).rejects.toMatchObject({ name: 'TooLate' });
  expect(await within(60_000, Promise.resolve('in time'))).toBe('in time');
});

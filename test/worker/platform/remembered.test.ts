import { afterEach, expect, test, vi } from 'vitest';
import { forgetRemembered, remembered } from '../../../worker/platform/remembered.ts';

afterEach(() => vi.useRealTimers());

test('what is known is not read again until it is old, or the clock has gone back', async () => {
  vi.useFakeTimers({ now: 100_000, toFake: ['Date'] });
  const read = vi.fn(async () => Date.now());
  const memory = remembered(read, 10_000);
  expect(await memory.read()).toBe(100_000);
  vi.setSystemTime(110_000);
  expect(await memory.read()).toBe(100_000);
  vi.setSystemTime(50_000);
  expect(await memory.read()).toBe(50_000);
});

test('a request that never says what it read holds up no other', async () => {
  const read = vi.fn(async (ends: boolean) => (ends ? 'read' : new Promise<string>(() => {})));
  const memory = remembered(read, 10_000);
  void memory.read(false);
  expect(await memory.read(true)).toBe('read');
});

test('what was read before a save is not remembered after it', async () => {
  let saved = 'before';
  const memory = remembered(async () => {
    const value = saved;
    await scheduler.wait(5);
    return value;
  }, 10_000);
  const reading = memory.read();
  saved = 'after';
  forgetRemembered();
  expect([await reading, await memory.read()]).toEqual(['before', 'after']);
});

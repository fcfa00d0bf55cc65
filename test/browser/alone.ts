import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { state } from './visitor.ts';

/**
 * Runs work while no other file's tests run any under the same name. What an operator sets holds for
 * every test that is running.
 */
export const alone = async (name: string, work: () => Promise<void>): Promise<void> => {
  const lock = join(state, name);
  const take = () =>
    mkdir(lock).then(
      () => true,
      () => false,
    );
  await expect.poll(take).toBe(true);
  try {
    await work();
  } finally {
    await rmdir(lock);
  }
};

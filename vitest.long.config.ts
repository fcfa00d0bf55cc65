import { defineConfig } from 'vitest/config';

/** What `npm run test:long` runs: the product in a second browser, and what takes minutes. */
export default defineConfig({
  test: {
    name: 'firefox',
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/long/setup.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
  },
});

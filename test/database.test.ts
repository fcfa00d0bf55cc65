import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The types of the bindings, which wrangler writes. */
const GENERATED = 'worker/worker-configuration.d.ts';
const HOME = 'worker/platform/database.ts';

/** Whether a file names the binding of a database, in code or in a text. */
const names = (code: string): boolean => /\bDB\b/.test(code);

test('no file but worker/platform/database.ts names a database, so that it alone says who is in which', () => {
  const naming = globSync('worker/**/*.{ts,tsx}').filter((path) =>
    names(readFileSync(path, 'utf8')),
  );
  expect(naming.filter((path) => path !== GENERATED)).toEqual([HOME]);
});

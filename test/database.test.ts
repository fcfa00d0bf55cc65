import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The types of the bindings, which wrangler writes. */
const GENERATED = 'worker/worker-configuration.d.ts';
const HOME = 'worker/platform/database.ts';
/** What runs on an operator's machine hands wrangler the name, and opens nothing by it. */
const TOOLS = ['worker/tools/', 'demo/living.ts'];

const read = (path: string): string => readFileSync(path, 'utf8');

/** The names of all databases that a Worker here can be bound to. */
const bindings = [
  ...new Set([...read(GENERATED).matchAll(/(\w+): D1Database;/g)].map(([, name = '']) => name)),
];

/**
 * Whether a file names the binding of a database, in code or in a text, has its name from where that is kept, or
 * would type one of its own.
 */
const names = (code: string): boolean =>
  new RegExp(String.raw`\b(?:${[...bindings, 'BINDING', 'D1Database'].join('|')})\b`).test(code) ||
  /\benv\s*(?:\?\.)?\[/.test(code);

/** Looks up the secret of a provider, by a name that its type keeps among those of secrets. */
const SECRETS = 'worker/signals/providers.ts';

const isTool = (path: string): boolean => TOOLS.some((tool) => path.startsWith(tool));

test('no file but worker/platform/database.ts names a database, so that it alone says who is in which', () => {
  expect(bindings).toEqual(['DB']);
  const naming = globSync('{worker,demo,widget}/**/*.{ts,tsx,js,mjs}', {
    exclude: ['**/node_modules/**'],
  }).filter((path) => names(read(path)));
  const known = [GENERATED, SECRETS];
  expect(naming.filter((path) => !known.includes(path) && !isTool(path))).toEqual([HOME]);
});

test('a tool has the name from there, too', () => {
  const tools = globSync(['worker/tools/*.ts', 'demo/living.ts']);
  const inText = new RegExp(String.raw`\b(?:${bindings.join('|')})\b`);
  expect(tools.filter((path) => inText.test(read(path)))).toEqual([]);
});

test('a name that is hidden would be noticed', () => {
  const hidden = [
    'const { DB } = env',
    "env['D' + 'B']",
    'env?.[name]',
    'env[BINDING]',
    'Reflect.get(env, BINDING)',
    'type Mine = { other: D1Database }',
  ];
  expect(hidden.filter((code) => !names(code))).toEqual([]);
});

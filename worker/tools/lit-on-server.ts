import type { BuildOptions } from 'esbuild';

/**
 * How Lit is bundled for workerd. Not with the condition `browser`, which wrangler would add: Lit's
 * browser build touches the document at once.
 */
export const litOnServer: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'es2024',
  platform: 'node',
  conditions: ['workerd', 'worker', 'node', 'import', 'production'],
  mainFields: ['module', 'main'],
  external: ['node:*', 'cloudflare:*'],
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
};

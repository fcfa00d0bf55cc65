import { resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { minifyTemplates } from '../../widget/tools/minify.ts';

/** On the server the elements stand on LitElement itself, which is what renders there. */
const elementOnServer: Plugin = {
  name: 'element-on-server',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/element\.ts$/ }, ({ importer, path }) =>
      resolve(importer, '..', path) === resolve('widget/element.ts')
        ? { path: resolve('worker/pages/element.ts') }
        : undefined,
    );
  },
};

/**
 * How Lit is bundled for workerd. Not with the condition `browser`, which wrangler would add: Lit's
 * browser build touches the document at once.
 */
export const litOnServer: BuildOptions = {
  bundle: true,
  plugins: [elementOnServer, minifyTemplates],
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

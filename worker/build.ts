// Builds everything that is deployed: the widget, then the Worker that serves it.
import { build } from 'esbuild';
import { buildWidget } from '../widget/build.ts';

const name = await buildWidget();

await build({
  entryPoints: ['worker/index.ts'],
  outfile: 'dist/worker/index.js',
  bundle: true,
  format: 'esm',
  target: 'es2024',
  platform: 'node',
  // Not `browser`: Lit's browser build touches the document at once.
  conditions: ['workerd', 'worker', 'node', 'import', 'production'],
  mainFields: ['module', 'main'],
  external: ['node:*', 'cloudflare:*'],
  define: { BUILD: JSON.stringify(name) },
  minify: true,
  keepNames: true,
  sourcemap: true,
  legalComments: 'none',
});

// Builds everything that is deployed: the widget, then the Worker that serves it.
import { build } from 'esbuild';
import { buildWidget } from '../../widget/tools/build.ts';
import { litOnServer } from './lit-on-server.ts';

const name = await buildWidget();

await build({
  ...litOnServer,
  entryPoints: ['worker/index.ts'],
  outfile: 'dist/worker/index.js',
  define: { BUILD: JSON.stringify(name) },
  minify: true,
  keepNames: true,
  sourcemap: true,
});

// Builds everything that is deployed: the widget, the page that shows the API, and the Worker that serves both;
// and the command that checks proof files.
import { build } from 'esbuild';
import { buildWidget } from '../../widget/tools/build.ts';
import { buildDocs } from './build-docs.ts';
import { buildCommand, buildVerifier } from './build-verifier.ts';
import { litOnServer } from './lit-on-server.ts';

const { name, functions } = await buildWidget();
await buildDocs();
await buildVerifier();

await build({
  ...litOnServer,
  entryPoints: ['worker/index.ts'],
  outfile: 'dist/worker/index.js',
  define: { BUILD: JSON.stringify(name), WIDGET: JSON.stringify(functions) },
  minify: true,
  keepNames: true,
  sourcemap: true,
});

await buildCommand('dist/cli/samtykke.js');

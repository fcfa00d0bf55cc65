// Builds everything that is deployed: the widget, the page that shows the API, and the Worker that serves both;
// and the command that checks proof files.
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildWidget } from '../../widget/tools/build.ts';
import { buildDocs } from './build-docs.ts';
import { buildCommand, buildVerifier } from './build-verifier.ts';
import { litOnServer } from './lit-on-server.ts';

const { name, functions } = await buildWidget();
const widget = JSON.stringify(functions);
// For widget/tools/size.ts; the Worker has them in itself.
await writeFile('dist/functions.json', widget);
await buildDocs();
await buildVerifier();

await build({
  ...litOnServer,
  entryPoints: ['worker/index.ts'],
  outfile: 'dist/worker/index.js',
  define: { BUILD: JSON.stringify(name), WIDGET: widget },
  minify: true,
  sourcemap: true,
});

await buildCommand('dist/cli/samtykke.js');

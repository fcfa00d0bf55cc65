import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const out = 'dist/widget/docs';
const library = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** What of the library is served, and the words of its licence, which go wherever it goes. */
const files = [
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'swagger-ui-bundle.js.LICENSE.txt',
  'LICENSE',
  'NOTICE',
];

/** Puts what /docs/api loads beside the widget; no other page loads any of it. */
export const buildDocs = async (): Promise<void> => {
  await mkdir(out, { recursive: true });
  await Promise.all(files.map((file) => cp(join(library, file), join(out, file))));
  await build({
    entryPoints: ['widget/docs/api.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: out,
  });
};

import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';
import { litOnServer } from './lit-on-server.ts';

const Answering = z.object({ document: z.function({ input: [], output: z.promise(z.string()) }) });

const source = `import { api, chapters } from '../api.ts';
import { documentOf } from '../platform/api/document.ts';
export const document = async () =>
  (await documentOf(api, chapters).request('/openapi.json')).text();`;

/** Returns what the Worker answers at /openapi.json, without running it. */
export const apiDocument = async (): Promise<string> => {
  const outfile = resolve('.build/api-document.js');
  await mkdir('.build', { recursive: true });
  await build({
    ...litOnServer,
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile,
    define: { BUILD: '""', WIDGET: '{}' },
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
  });
  return Answering.parse(await import(outfile)).document();
};

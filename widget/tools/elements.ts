// Builds the elements as modules of the package `samtykke`, which a site's own build takes apart.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { buildModules, fetched } from './build.ts';

/** Has everything imported that the widget otherwise fetches from the Worker: by names that other builds can follow. */
const fromPackage: Plugin = {
  name: 'from-package',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/importing\.ts$/ }, ({ path }) => ({ path, namespace: 'from-package' }));
    onResolve({ filter: /./, namespace: 'from-package' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'from-package' }, () => ({
      contents: `const modules = {
        ${fetched.map((name) => `${JSON.stringify(name)}: () => import('./${name}.js'),`).join('\n')}
      };
      export const importModule = async (address) => modules[/([\\w-]+)\\.js(?:\\?|$)/.exec(address)[1]]();`,
    }));
  },
};

/** Writes the elements' modules to a folder: `define.js`, and beside it what that imports. */
export const buildElements = async (folder: string): Promise<void> => {
  const modules = await buildModules(
    { define: 'widget/package/elements.ts' },
    // Only the name at the end of an address counts, and other builds take this for the address of a file.
    { plugins: [fromPackage], define: { 'import.meta.url': '"https://samtykke.invalid/"' } },
  );
  await mkdir(folder, { recursive: true });
  const files = Object.entries(modules);
  await Promise.all(files.map(([name, code]) => writeFile(`${folder}/${name}.js`, code)));
};

// `npm run package`: builds the npm package `samtykke` to dist/package, for developers of websites and of what calls
// the API. The Worker and what it needs are no part of it.
import { execFileSync } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { z } from 'zod';
import { buildElements } from '../../widget/tools/elements.ts';
import { apiDocument } from './api-document.ts';
import { apiTypes } from './api-types.ts';
import { buildCommand } from './build-verifier.ts';

const out = 'dist/package';
const emitted = 'dist/types/widget';

/** What can be imported: the module that runs, by what stands behind `samtykke` in its name. */
const modules = {
  '.': './elements/define.js',
  './react': './react.js',
  './embed': './embed.js',
  './client': './client.js',
} as const;

const typesOf = (name: string): string =>
  name === '.' ? './elements.d.ts' : `${name.replace(/^\.\//, './')}.d.ts`;

const Own = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  bin: z.record(z.string(), z.string()),
  engines: z.record(z.string(), z.string()),
  devDependencies: z.object({ '@lit/react': z.string() }),
});

/** The package.json of the package. */
const described = (own: z.infer<typeof Own>): object => ({
  name: own.name,
  version: own.version,
  description: own.description,
  license: own.license,
  type: 'module',
  sideEffects: false,
  types: typesOf('.'),
  exports: {
    ...Object.fromEntries(
      Object.entries(modules).map(([name, file]) => [
        name,
        { types: typesOf(name), default: file },
      ]),
    ),
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  bin: { samtykke: 'cli/samtykke.js' },
  customElements: 'custom-elements.json',
  engines: own.engines,
  dependencies: { '@lit/react': `^${own.devDependencies['@lit/react']}` },
  peerDependencies: { react: '>=18' },
  peerDependenciesMeta: { react: { optional: true } },
});

const Manifest = z.looseObject({ modules: z.array(z.looseObject({ path: z.string() })) });

/** The description of the elements, whose classes are in modules that nobody imports by name. */
const manifest = async (): Promise<object> => {
  const own = Manifest.parse(JSON.parse(await readFile('custom-elements.json', 'utf8')));
  const path = modules['.'].slice('./'.length);
  return { ...own, modules: own.modules.map((module) => ({ ...module, path, exports: [] })) };
};

/** Everything about the wire is in one file of types there, and modules are named as they run. */
const published = (types: string): string =>
  types
    .replaceAll(/from '[./]+\/worker\/contract\/[\w-]+\.ts'/g, "from './api.js'")
    .replaceAll(/from '\.{1,2}\/([\w-]+)\.ts'/g, "from './$1.js'");

/** Writes the types of the modules, as `tsc` has made them, and those of the API in the place of ours. */
const writeTypes = async (): Promise<void> => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'widget/package'], {
    stdio: 'inherit',
  });
  const names = ['elements', 'globals', 'types', 'react', 'embed', 'client'];
  const files = [...names.map((name) => `package/${name}`), 'events'];
  for (const file of files) {
    const types = await readFile(`${emitted}/${file}.d.ts`, 'utf8');
    await writeFile(`${out}/${file.replace('package/', '')}.d.ts`, published(types));
  }
  await writeFile(`${out}/api.d.ts`, apiTypes(await apiDocument()));
};

/** Builds the package. */
export const buildPackage = async (): Promise<void> => {
  const own = Own.parse(JSON.parse(await readFile('package.json', 'utf8')));
  await rm(out, { recursive: true, force: true });
  await buildElements(`${out}/elements`);
  await build({
    entryPoints: ['react', 'embed', 'client'].map((name) => `widget/package/${name}.ts`),
    outdir: out,
    bundle: true,
    external: ['react', '@lit/react'],
    format: 'esm',
    target: 'es2022',
  });
  await buildCommand(`${out}/cli/samtykke.js`);
  await writeTypes();
  await cp('widget/package/README.md', `${out}/README.md`);
  await cp('LICENSE', `${out}/LICENSE`);
  await writeFile(`${out}/custom-elements.json`, JSON.stringify(await manifest(), null, 2));
  await writeFile(`${out}/package.json`, `${JSON.stringify(described(own), null, 2)}\n`);
};

if (import.meta.main) await buildPackage();

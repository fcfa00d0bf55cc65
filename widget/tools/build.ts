// Builds what a web page loads into dist/widget: the loader, and below w/<build>/ what it fetches.
import { createHash } from 'node:crypto';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild';
import { locales } from '../locales/texts.ts';
import { minifyTemplates, onlyTemplates, shrink } from './minify.ts';

const out = 'dist/widget';
/** The file that the elements share, named alike in every build. */
const form = 'form';

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome111', 'firefox121', 'safari16.4'],
  conditions: ['browser', 'production'],
  plugins: [minifyTemplates],
  legalComments: 'none',
  charset: 'utf8',
};

/**
 * Each of these also imports the form element, so that esbuild puts all of that into the one file that
 * they share: a newsletter form is one file to fetch, and compresses better than two.
 */
const besides = {
  field: 'beside-form:field/define',
  kinds: 'beside-form:form/kinds',
  paging: 'beside-form:form/paging',
  confirm: 'beside-form:form/confirm',
  done: 'beside-form:form/done',
  typo: 'beside-form:form/typo',
  preferences: 'beside-form:preferences/define',
  account: 'beside-form:preferences/account/account',
  dialog: 'beside-form:display/dialog',
};
const besideForm: Plugin = {
  name: 'beside-form',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^beside-form:/ }, ({ path }) => ({
      path: path.slice('beside-form:'.length),
      namespace: 'beside-form',
    }));
    onLoad({ filter: /./, namespace: 'beside-form' }, ({ path }) => ({
      contents: `import './form/define.ts'; export * from './${path}.ts';`,
      resolveDir: 'widget',
    }));
  },
};

const elements = {
  ...besides,
  triggers: 'widget/display/triggers.ts',
  turnstile: 'widget/turnstile.ts',
  ...Object.fromEntries(
    locales.flatMap((locale) => [
      [locale, `widget/locales/${locale}.ts`],
      [`preferences-${locale}`, `widget/preferences/words/${locale}.ts`],
      [`account-${locale}`, `widget/preferences/words/account/${locale}.ts`],
    ]),
  ),
};

const buildElements = async (folder: string, name: string): Promise<OutputFile[]> => {
  const { outputFiles = [] } = await build({
    ...shared,
    entryPoints: elements,
    plugins: [besideForm, onlyTemplates, minifyTemplates],
    splitting: true,
    // The folder has the hash in its name: the loader of an earlier build must find this file.
    chunkNames: form,
    outdir: folder,
    define: { BUILD: JSON.stringify(name) },
    write: false,
  });
  return outputFiles;
};

const write = async (files: OutputFile[]): Promise<void> => {
  await Promise.all(files.map(async ({ path, text }) => writeFile(path, await shrink(text))));
};

/** Builds the widget and answers the name of its folder, which is the hash of what is in it. */
export const buildWidget = async (): Promise<string> => {
  const first = await buildElements(out, '');
  const hash = createHash('sha256');
  for (const { contents } of first) hash.update(contents);
  const name = hash.digest('hex').slice(0, 10);

  await rm(out, { recursive: true, force: true });
  await mkdir(`${out}/w/${name}`, { recursive: true });
  const outputFiles = await buildElements(`${out}/w/${name}`, name);
  await write(outputFiles);

  if (!outputFiles.some(({ path }) => path.endsWith(`/${form}.js`)))
    throw new Error('The elements share no file.');
  const { outputFiles: loader } = await build({
    ...shared,
    entryPoints: ['widget/samtykke.ts'],
    outdir: out,
    define: { BUILD: JSON.stringify(name) },
    write: false,
  });
  await write(loader);
  await Promise.all(
    ['_headers', 'hosted.css'].map((file) => cp(`widget/hosted/${file}`, `${out}/${file}`)),
  );
  await build({
    ...shared,
    entryPoints: ['widget/console/console.ts', 'widget/console/console.css'],
    outdir: out,
  });
  return name;
};

// Builds what a web page loads into dist/widget: the loader, and below w/<build>/ what it fetches.
import { createHash } from 'node:crypto';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild';
import { FormPart } from '../../worker/contract/form.ts';
import { locales } from '../locales/texts.ts';
import { minifyTemplates, onlyTemplates, shrink } from './minify.ts';
import { functionOf, sharedName, takeStyles, wrapForm, wrapLoader, wrapPart } from './wrap.ts';

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
  element: 'beside-form:form/samtykke-form',
  part: 'beside-form:part',
  field: 'beside-form:field/samtykke-field',
  kinds: 'beside-form:form/kinds',
  elements: 'beside-form:form/elements',
  paging: 'beside-form:form/paging',
  confirm: 'beside-form:form/confirm',
  answering: 'beside-form:form/answering',
  advice: 'beside-form:advice',
  typo: 'beside-form:form/typo',
  preferences: 'beside-form:preferences/samtykke-preferences',
  inside: 'beside-form:preferences/inside',
  account: 'beside-form:preferences/account/account',
  dialog: 'beside-form:display/dialog',
};
/** Those of which the form's file has all. */
const passedOn = ['element', 'part'];

/** All that a part exports; the class of an element as `element`. */
const exported = (path: string): string => {
  const [, first = '', rest] = /samtykke-(\w)(\w*)$/.exec(path) ?? [];
  return first ? `{ Samtykke${first.toUpperCase()}${rest} as element }` : '*';
};

const besideForm: Plugin = {
  name: 'beside-form',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^beside-form:/ }, ({ path }) => ({
      path: path.slice('beside-form:'.length),
      namespace: 'beside-form',
    }));
    onLoad({ filter: /./, namespace: 'beside-form' }, ({ path }) => ({
      contents: `import './form/samtykke-form.ts'; export ${exported(path)} from './${path}.ts';`,
      resolveDir: 'widget',
    }));
  },
};

/** All that the elements and their code fetch; in the pages of another build too, by these names. */
const parts = {
  ...besides,
  turnstile: 'widget/turnstile.ts',
  resending: 'widget/form/resending.ts',
  ...Object.fromEntries(
    locales.flatMap((locale) => [
      [locale, `widget/locales/${locale}.ts`],
      [`preferences-${locale}`, `widget/preferences/words/${locale}.ts`],
      [`account-${locale}`, `widget/preferences/words/account/${locale}.ts`],
    ]),
  ),
};

/** What the loader fetches itself. */
const fetchedByLoader = {
  trouble: 'widget/loader/trouble.ts',
  triggers: 'widget/display/triggers.ts',
  opening: 'widget/display/opening.ts',
};

/** Stands for the build's name until that is known, and is as long. */
const unnamed = '@@build@@@';
const define = { BUILD: JSON.stringify(unnamed) };

const modulesIn = (files: readonly OutputFile[]): Record<string, string> =>
  Object.fromEntries(files.map(({ path, text }) => [basename(path, '.js'), text]));

/** The names under which an element's code and the loader fetch what they need. */
export const fetched: readonly string[] = [
  form,
  ...Object.keys(parts).filter((name) => !passedOn.includes(name)),
  ...Object.keys(fetchedByLoader),
];

/** Builds the parts, each by its name, with what they share as `form`. */
const buildParts = async (plugins: Plugin[]): Promise<Record<string, string>> => {
  const { outputFiles = [] } = await build({
    ...shared,
    entryPoints: parts,
    plugins: [...plugins, besideForm, onlyTemplates, minifyTemplates],
    splitting: true,
    chunkNames: form,
    outdir: out,
    define,
    write: false,
  });
  const { element = '', part = '', [form]: code = '', ...others } = modulesIn(outputFiles);
  const named = {
    element: sharedName(element, 'element') ?? '',
    kitOf: sharedName(part, 'kitOf') ?? '',
  };
  return Object.fromEntries([
    [form, wrapForm(code, unnamed, named)],
    ...Object.entries(others).map(([part, text]) => [part, wrapPart(text, unnamed)]),
  ]);
};

/** Builds a loader, and what it fetches itself: modules as they are, which share nothing. */
const buildLoader = async (
  loader: Record<string, string>,
  options: BuildOptions,
): Promise<Record<string, string>> => {
  const { outputFiles = [] } = await build({
    ...shared,
    ...options,
    entryPoints: { ...loader, ...fetchedByLoader },
    outdir: out,
    define: { ...define, ...options.define },
    write: false,
  });
  return modulesIn(outputFiles);
};

/** What runs before the code of the form: the loader, what picks the definition, and what the loader fetches itself. */
const buildScript = async (): Promise<Record<string, string>> => {
  const loader = { samtykke: 'widget/samtykke.ts', known: 'widget/loader/known.ts' };
  const { samtykke = '', known = '', ...others } = await buildLoader(loader, {});
  return { samtykke: wrapLoader(samtykke), known: wrapPart(known, unnamed), ...others };
};

const shrinkAll = async (modules: Record<string, string>): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(modules).map(async ([name, code]) => [name, await shrink(code)]),
    ),
  );

/** Modules of a build, each by its name, and the name of the build: a hash of all of them, for browsers keep them for good. */
type Build = { name: string; modules: Record<string, string> };

const nameModules = (small: Record<string, string>): Build => {
  const name = createHash('sha256').update(JSON.stringify(small)).digest('hex').slice(0, 10);
  const named = Object.entries(small).map(([part, code]) => [part, code.replaceAll(unnamed, name)]);
  return { name, modules: Object.fromEntries(named) };
};

/** Builds the elements as a site's own build takes them, with another loader and another way to fetch what they need. */
export const buildModules = async (
  loader: Record<string, string>,
  { plugins = [], ...options }: BuildOptions,
): Promise<Record<string, string>> => {
  const parts = await buildParts(plugins);
  const small = await shrinkAll({
    ...parts,
    ...(await buildLoader(loader, { ...options, plugins: [...plugins, minifyTemplates] })),
  });
  return nameModules(small).modules;
};

/** What was built: the folder's name, and the functions and the style sheet that the Worker makes the script of one form of. */
export type BuiltWidget = { name: string; functions: Record<string, string> };

/** Builds the widget. */
export const buildWidget = async (): Promise<BuiltWidget> => {
  const parts = await buildParts([]);
  const { css, unstyled } = takeStyles(parts[form] ?? '');
  const small = await shrinkAll({ ...parts, unstyled, ...(await buildScript()) });
  const { name, modules } = nameModules(small);
  const { samtykke = '', known = '', ...built } = modules;

  await rm(out, { recursive: true, force: true });
  const folder = `${out}/w/${name}`;
  await mkdir(folder, { recursive: true });
  const files = Object.entries(built);
  await Promise.all(files.map(([part, code]) => writeFile(`${folder}/${part}.js`, code)));
  await writeFile(`${out}/samtykke.js`, `${functionOf(samtykke)}({})`);
  await cp('widget/hosted/_headers', `${out}/_headers`);
  await build({
    ...shared,
    entryPoints: [
      'widget/console/console.ts',
      'widget/console/console.css',
      'widget/hosted/hosted.css',
      'widget/hosted/unsaved.ts',
    ],
    entryNames: '[name]',
    outdir: out,
  });
  const needed = Object.entries({ loader: samtykke, known, ...built });
  const functions = needed
    .filter(([part]) => ['loader', 'known', form, ...FormPart.options].includes(part))
    .map(([part, code]) => [part, functionOf(code)]);
  return { name, functions: { ...Object.fromEntries(functions), css } };
};

import { build, type Plugin } from 'esbuild';

/** Leaves out the languages in which Zod explains itself: the page says what is wrong in its own words. */
const withoutZodLocales: Plugin = {
  name: 'without-zod-locales',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {}' }));
  },
};

/** Builds the script of /verify beside the widget; no other page loads it. */
export const buildVerifier = async (): Promise<void> => {
  await build({
    entryPoints: ['worker/verifier/browser/verify.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome137', 'firefox129', 'safari17'],
    legalComments: 'none',
    plugins: [withoutZodLocales],
    outdir: 'dist/widget',
  });
};

/** Builds the command that checks proof files, `samtykke verify`. */
export const buildCommand = async (outfile: string): Promise<void> => {
  await build({
    entryPoints: ['worker/tools/samtykke.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
  });
};

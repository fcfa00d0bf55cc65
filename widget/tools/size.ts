// `npm run size`: what a page downloads, brotli-11, against the table `sizes` in package.json.
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = 'dist/widget';
const [build] = await readdir(`${folder}/w`);

/** A build's own name changes with every byte of it, and moves what it compresses to: one name for all builds. */
const typicalBuild = 'd7a8257615';

const sizeOf = (code: string): number =>
  brotliCompressSync(code.replaceAll(build ?? '', typicalBuild), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

const compressed = async (path: string): Promise<number> =>
  sizeOf(await readFile(`${folder}/${path}`, 'utf8'));

const ofBuild = async (name: string): Promise<number> => compressed(`w/${build}/${name}`);

/** The script of one form that is shown at once, without its definition: what it is made of, as one. */
const scriptOfOneForm = async (): Promise<number> => {
  const functions: Record<string, string> = JSON.parse(
    await readFile('dist/functions.json', 'utf8'),
  );
  const english = await readFile(`${folder}/w/${build}/en.js`, 'utf8');
  return sizeOf(`${functions.loader}${functions.known}${functions.css}${english}`);
};

const loader = await compressed('samtykke.js');
const english = await ofBuild('en.js');
const element = await ofBuild('form.js');
const script = await scriptOfOneForm();
const measured: Record<string, number> = {
  loader,
  script,
  'one form': script + (await ofBuild('unstyled.js')),
  newsletter: loader + element + english,
  field: loader + element + english + (await ofBuild('field.js')),
  preferences:
    loader + element + (await ofBuild('preferences.js')) + (await ofBuild('preferences-en.js')),
  inside: await ofBuild('inside.js'),
  account: (await ofBuild('account.js')) + (await ofBuild('account-en.js')),
  kinds: await ofBuild('kinds.js'),
  elements: await ofBuild('elements.js'),
  paging: await ofBuild('paging.js'),
  confirm: await ofBuild('confirm.js'),
  answering: await ofBuild('answering.js'),
  resending: await ofBuild('resending.js'),
  advice: await ofBuild('advice.js'),
  typo: await ofBuild('typo.js'),
  trouble: await ofBuild('trouble.js'),
  opening: await ofBuild('opening.js'),
  dialog: (await ofBuild('dialog.js')) + (await ofBuild('triggers.js')),
  verify: await compressed('verify.js'),
};

const { sizes }: { sizes: Record<string, number> } = JSON.parse(
  await readFile('package.json', 'utf8'),
);
for (const [name, bytes] of Object.entries(measured)) {
  const limit = sizes[name];
  const isFine = limit !== undefined && bytes <= limit;
  if (!isFine) process.exitCode = 1;
  console.log(`${isFine ? 'ok      ' : 'TOO BIG '} ${name.padEnd(12)} ${bytes} of ${limit} bytes`);
}

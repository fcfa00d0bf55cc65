import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageWith, visit, worker } from './visitor.ts';

/** The loader of an earlier build and the folder that it asks for. */
let old: { loader: string; build: string };
let sources: string;

beforeAll(async () => {
  sources = await mkdtemp(join(tmpdir(), 'samtykke-old-'));
  await Promise.all([
    cp('widget', join(sources, 'widget'), { recursive: true }),
    cp('worker/contract', join(sources, 'worker/contract'), { recursive: true }),
    cp('package.json', join(sources, 'package.json')),
    symlink(resolve('node_modules'), join(sources, 'node_modules')),
  ]);
  const texts = join(sources, 'widget/locales/en.ts');
  const written = await readFile(texts, 'utf8');
  await writeFile(texts, written.replace('Sending', 'On its way'));
  const build = "import('./widget/tools/build.ts').then(({ buildWidget }) => buildWidget())";
  await promisify(execFile)(process.execPath, ['--eval', build], { cwd: sources });
  const [folder = ''] = await readdir(join(sources, 'dist/widget/w'));
  old = {
    loader: await readFile(join(sources, 'dist/widget/samtykke.js'), 'utf8'),
    build: folder,
  };
});

afterAll(() => rm(sources, { recursive: true, force: true }));

/** Opens a page whose loader was cached before the latest deploy. */
const visitWithOldLoader = (body: string) =>
  visit('/test.html', {
    html: pageWith(body),
    before: (page) =>
      page.route(`${worker}/samtykke.js`, (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: old.loader,
          headers: { 'Access-Control-Allow-Origin': '*' },
        }),
      ),
  });

describe('a page with the loader of an earlier build', () => {
  test('shows the form', async () => {
    const { page, requests, errors } = await visitWithOldLoader(
      '<samtykke-form form="newsletter"></samtykke-form>',
    );
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
    const asked = requests.map((request) => request.url());
    expect(asked).toContain(`${worker}/w/${old.build}/form.js`);
    expect(errors).toEqual([]);
  });

  test('shows the consent part of the site’s own form', async () => {
    const { page } = await visitWithOldLoader(
      '<form><input name="email"><samtykke-field form="newsletter"></samtykke-field></form>',
    );
    await page.getByLabel('Yes, send me news').waitFor();
  });

  test('shows the preference centre', async () => {
    const { page } = await visitWithOldLoader('<samtykke-preferences></samtykke-preferences>');
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
  });

  test('opens a pop-up', async () => {
    const { page } = await visitWithOldLoader('<button data-samtykke-open="contact">Open</button>');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog').getByLabel('E-mail', { exact: true }).waitFor();
  });
});

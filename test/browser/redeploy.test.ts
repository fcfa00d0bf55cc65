import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { FormAnswer } from '../../worker/contract/form.ts';
import { formScript } from '../../worker/forms/script.ts';
import { type Build, type Deploys, serveDeploys } from './deploys.ts';
import { anEmail, pageWith, recorded, visit, worker } from './visitor.ts';

/** The last two builds, the older first. Each has other texts, and other code in what all parts share. */
let builds: [Build, Build];
let folder: string;
let site: Deploys;

const buildIn = async (sources: string, sending: string): Promise<Build> => {
  await mkdir(sources);
  await Promise.all([
    cp('widget', join(sources, 'widget'), { recursive: true }),
    cp('worker/contract', join(sources, 'worker/contract'), { recursive: true }),
    cp('package.json', join(sources, 'package.json')),
    symlink(resolve('node_modules'), join(sources, 'node_modules')),
  ]);
  const change = async (file: string, from: string, to: string) => {
    const path = join(sources, file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  };
  await change('widget/locales/en.ts', 'Sending', sending);
  // Names that a build shortens move with each thing that is shared.
  await change('widget/sending.ts', '15_000', `${14_000 + sending.length}`);
  await change(
    'widget/form/typo.ts',
    'export const',
    `export const of${sending.length} = 1;\nexport const`,
  );
  const build = `import('./widget/tools/build.ts').then(({ buildWidget }) => buildWidget())
    .then((built) => process.stdout.write(JSON.stringify(built)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', build], {
    cwd: sources,
    maxBuffer: 10_000_000,
  });
  return { ...JSON.parse(stdout), files: join(sources, 'dist/widget') };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtykke-old-'));
  site = await serveDeploys(worker);
  builds = await Promise.all([
    buildIn(join(folder, 'one'), 'On its way'),
    buildIn(join(folder, 'two'), 'Nearly there'),
  ]);
});

afterAll(() => Promise.all([site.stop(), rm(folder, { recursive: true, force: true })]));

/** The script of the newsletter form as a build made it. */
const scriptOf = async ({ name, functions }: Build): Promise<string> => {
  const answer = await fetch(`${worker}/v1/forms/newsletter?locale=en`);
  vi.stubGlobal('WIDGET', functions);
  vi.stubGlobal('BUILD', name);
  return formScript({
    host: `${site.address}/`,
    answer: FormAnswer.parse(await answer.json()),
    locales: ['en', 'da', 'ar'],
    locale: 'en',
  });
};

/** Opens a page whose script, and all that it needed by then, was loaded two deploys ago. */
const visitLongAgo = async (body: string, script: 'samtykke.js' | 'f/newsletter.js') => {
  const [first] = builds;
  site.deploy(first, await scriptOf(first));
  return visit('/test.html', {
    html: pageWith(body).replace(`${worker}/samtykke.js`, `${site.address}/${script}`),
  });
};

const elements = `<samtykke-form form="newsletter"></samtykke-form>
  <button data-samtykke-open="contact">Open</button>`;

describe.each(['samtykke.js', 'f/newsletter.js'] as const)('a page that has kept %s', (script) => {
  test('goes on through two deploys: it hints, sends again and opens pop-ups', async () => {
    const { page, errors } = await visitLongAgo(elements, script);
    const email = anEmail();
    const form = page.locator('samtykke-form').first();
    await form.getByRole('button', { name: 'Sign me up' }).waitFor();

    site.deploy(builds[1]);
    await form.getByLabel('Email', { exact: true }).fill(email);
    await form.getByLabel('Yes, send me news').check();
    await form.getByLabel('Newsletter').check();

    site.deploy();
    await page.route('**/submissions', (route) => route.abort());
    await form.getByRole('button', { name: 'Sign me up' }).click();
    await form.getByText('That did not work.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await form.getByRole('button', { name: 'Try again' }).click();
    await form.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  test('asks at another address for what has not come once, which Firefox remembers', async () => {
    const { page, errors } = await visitLongAgo(elements, script);
    const form = page.locator('samtykke-form').first();
    const field = form.getByLabel('Email', { exact: true });
    await field.waitFor();
    site.deploy();
    let isThere = false;
    await page.route(/\/form\.js/, (route) =>
      isThere && route.request().url().includes('?') ? route.continue() : route.abort(),
    );
    const failed = page.waitForEvent('requestfailed', (request) =>
      /form\.js\?/.test(request.url()),
    );
    await field.fill('anna@gmial.com');
    await field.blur();
    await failed;
    isThere = true;
    await field.fill('anna@gmai.com');
    await field.blur();
    await form.getByRole('button', { name: 'anna@gmail.com' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('still loads the other elements', async () => {
    const { page, requests, errors } = await visitLongAgo('<main id="place"></main>', script);
    await page.waitForLoadState('networkidle');
    site.deploy();
    await page.evaluate(() => {
      const place = document.querySelector('main#place');
      if (place)
        place.innerHTML =
          '<form><input name="email"><samtykke-field form="newsletter"></samtykke-field></form><samtykke-preferences></samtykke-preferences>';
    });
    await page.getByLabel('Yes, send me news').waitFor();
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
    const asked = requests.map((request) => request.url());
    expect(asked).toContain(`${site.address}/w/${builds[0].name}/field.js`);
    expect(errors).toEqual([]);
  });
});

test('a form that an earlier build shows goes on with the code of a later one', async () => {
  const [first, second] = builds;
  site.deploy(second, await scriptOf(first));
  const { page, requests, errors } = await visit('/test.html', {
    html: pageWith('<samtykke-form form="newsletter"></samtykke-form>').replace(
      `${worker}/samtykke.js`,
      `${site.address}/f/newsletter.js`,
    ),
  });
  const email = anEmail();
  const form = page.locator('samtykke-form');
  await form.getByLabel('Email', { exact: true }).fill(email);
  await form.getByLabel('Yes, send me news').check();
  await form.getByLabel('Newsletter').check();
  await form.getByRole('button', { name: 'Sign me up' }).click();
  await form.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
  const asked = requests.map((request) => request.url());
  expect(asked).toContain(`${site.address}/w/${second.name}/form.js`);
  expect(errors).toEqual([]);
});

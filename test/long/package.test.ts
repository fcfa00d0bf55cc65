import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { state } from '../browser/ours.ts';
import { leavePages } from '../browser/pages.ts';
import { anEmail, demo, recorded, visit, worker } from '../browser/visitor.ts';
import { plainPage, reactApp } from '../package/apps.ts';
import { aFolder, packInto, remove, run } from '../package/install.ts';

const Own = z.object({ devDependencies: z.record(z.string(), z.string()) });

let folder: string;

/** Where the demo serves the app from, as a stranger's website. */
const served = () => join(state, basename(folder));

beforeAll(async () => {
  folder = await aFolder(reactApp);
  const { tarball } = await packInto(folder);
  const { devDependencies } = Own.parse(JSON.parse(await readFile('package.json', 'utf8')));
  const others = ['react', 'react-dom'].map((name) => `${name}@${devDependencies[name]}`);
  await run(folder, 'npm', 'install', '--no-audit', '--no-fund', tarball, ...others);
  await build({
    root: folder,
    base: './',
    logLevel: 'warn',
    define: { WORKER: JSON.stringify(worker) },
    build: { outDir: served(), emptyOutDir: false },
  });
  await cp(join(folder, 'node_modules/samtykke'), join(served(), 'samtykke'), { recursive: true });
  await writeFile(join(served(), 'plain.html'), plainPage(worker));
});

afterEach(leavePages);
afterAll(() => remove(folder));

const open = (page: string) => visit(`/${basename(folder)}/${page}`);

/** The addresses of scripts that did not come from the website itself. */
const foreignScripts = (requests: readonly Request[]): string[] =>
  requests
    .filter((request) => request.resourceType() === 'script')
    .map((request) => request.url())
    .filter((url) => !url.startsWith(demo));

const signUp = async (page: Page, email: string) => {
  const form = page.locator('samtykke-form[form=newsletter]');
  await form.getByLabel('Email', { exact: true }).fill(email);
  await form.getByLabel('Yes, send me news').check();
  await form.getByLabel('Newsletter').check();
  await form.getByRole('button', { name: 'Sign me up' }).click();
  await form.getByRole('heading', { name: 'Thank you' }).waitFor();
};

describe('the package, installed', () => {
  test('takes a sign-up in an app of Vite and React, and tells the app of it', async () => {
    const { page, errors, requests } = await open('index.html');
    const email = anEmail();
    await signUp(page, email);
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
    expect(await page.locator('output').textContent()).toMatch(/^[\da-f]{20,}/);
    expect(await page.locator('samtykke-form.news').count()).toBe(1);
    expect(foreignScripts(requests)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('shows the consent part, the preference centre and pop-ups there, all from the app itself', async () => {
    const { page, errors, requests } = await open('index.html');
    await page.getByRole('form', { name: 'Contact' }).getByRole('checkbox').first().waitFor();
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
    await page.getByRole('button', { name: 'Harvest feast' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    expect(foreignScripts(requests)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('works in a plain page, without a build', async () => {
    const { page, errors, requests } = await open('plain.html');
    await page.locator('samtykke-form').getByRole('textbox').first().waitFor();
    expect(foreignScripts(requests)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

import { createServer, type Server } from 'node:http';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchEmbed } from '../../widget/package/embed.ts';
import { open } from './at-console.ts';
import { aForm, anEmail, demo, recorded, visit, worker } from './visitor.ts';

let site: Server;
let address: string;
let form: string;

/** A website that puts the form into its page on its own server, as README's recipes do. */
beforeAll(async () => {
  site = createServer(async (_, response) => {
    const embed = await fetch(`${worker}/f/${form}/embed?locale=en&page=${address}/join`);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>A page</title><h1>Join</h1>${await embed.text()}<p>Below</p>`,
    );
  });
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  const at = site.address();
  address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  form = await aForm({ origins: [address] });
});

afterAll(() => site.close());

describe('a form that a website’s server puts into its page', () => {
  test('takes a sign-up without JavaScript', async () => {
    const { page } = await visit(`${address}/join`, { javaScriptEnabled: false });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading').first().waitFor();
    expect(page.url()).toContain(`/f/${form}/thanks`);
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
  });

  test('keeps what is typed, and the place, when its script comes', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, requests } = await visit('/test.html', {
      html: '<p>Before</p>',
      before: async (page) => {
        await page.route(/\/f\/.*\.js/, async (route) => {
          await held;
          await route.continue();
        });
      },
    });
    await page.goto(`${address}/join`, { waitUntil: 'commit' });
    const field = page.getByLabel('Email', { exact: true });
    await field.pressSequentially('anna@');
    const below = await page.getByText('Below', { exact: true }).boundingBox();
    release();
    await page.locator('samtykke-form form[novalidate]').waitFor();
    await expect
      .poll(() =>
        page
          .locator('samtykke-form')
          .evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.getAttribute('name')),
      )
      .toBe('fields.email');
    await page.keyboard.type('example.com');
    expect(await field.inputValue()).toBe('anna@example.com');
    expect(await page.getByText('Below', { exact: true }).boundingBox()).toEqual(below);
    const fetched = requests.filter((request) => request.method() === 'GET');
    expect(fetched.map((request) => request.url()).join()).not.toContain('/v1/');
  });

  test('is copied from the console into a page, and shows what was published since once its script comes', async () => {
    const copied = await aForm();
    const screen = await open(`/forms/${copied}/embed`);
    const code = await screen.page.locator('#html').textContent();
    await aForm({ submit: { en: 'Join us', da: 'Vær med' } }, copied);
    const page = `<!doctype html><html lang="en"><title>A page</title>${code}`;

    const still = await visit('/test.html', { html: page, javaScriptEnabled: false });
    await still.page.getByRole('button', { name: 'Send' }).waitFor();

    const shown = await visit('/test.html', { html: page });
    await shown.page.getByRole('button', { name: 'Join us' }).waitFor();
    const email = anEmail();
    await shown.page.getByLabel('Email', { exact: true }).fill(email);
    await shown.page.getByLabel('Yes, send me news').check();
    await shown.page.getByLabel('Newsletter').check();
    await shown.page.getByRole('button', { name: 'Join us' }).click();
    await shown.page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
  });

  test('is put by `placeEmbed` into a page that is open already, and works there', async () => {
    const embed = await fetchEmbed(worker, await aForm({ origins: [demo] }), { locale: 'en' });
    const { outputFiles } = await build({
      entryPoints: ['widget/package/embed.ts'],
      bundle: true,
      format: 'iife',
      globalName: 'samtykke',
      write: false,
    });
    const { page } = await visit('/test.html', {
      html: `<!doctype html><html lang="en"><title>A page</title><main></main>
        <script>${outputFiles.map(({ text }) => text).join('')}</script>`,
    });
    await page.evaluate(
      (html) => Reflect.get(window, 'samtykke').placeEmbed(document.querySelector('main'), html),
      embed,
    );
    await page.locator('samtykke-form form[novalidate]').waitFor();
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thanks' }).waitFor();
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
  });
});

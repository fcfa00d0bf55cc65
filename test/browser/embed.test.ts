import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildElements } from '../../widget/tools/elements.ts';
import { bare, tag } from './tag.ts';
import { aForm, anEmail, pageWith, submissionsOf, visit, worker } from './visitor.ts';

describe('one script tag', () => {
  test('and the element put the form on a page of another origin', async () => {
    const { page } = await visit('/test.html', {
      html: bare(`${tag}<samtykke-form form="newsletter"></samtykke-form>`),
    });
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
  });

  test('fills a div, where an editor strips elements that it does not know', async () => {
    const { page } = await visit('/test.html', {
      html: bare(`${tag}<div data-samtykke-form="newsletter" data-locale="da"></div>`),
    });
    await page.getByRole('button', { name: 'Tilmeld mig' }).waitFor();
  });

  test('alone puts the form where it stands', async () => {
    const script = `<script type="module" src="${worker}/samtykke.js" data-form="newsletter"></script>`;
    const { page } = await visit('/test.html', {
      html: bare(`<p id="a">Before</p>${script}<p id="b">After</p>`),
    });
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
    const order = await page.evaluate(() =>
      [...document.body.children].map(({ localName }) => localName).join(),
    );
    expect(order).toBe('p,script,samtykke-form,p');
  });

  test('leaves what the page puts into the tag in view until the form takes its place', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await visit('/test.html', {
      html: pageWith(
        `<samtykke-form form="newsletter"><a href="${worker}/f/newsletter">Sign up for news</a></samtykke-form>
        <samtykke-preferences><a href="${worker}/preferences">Your choices</a></samtykke-preferences>`,
      ),
      before: (page) =>
        page.route(/\/w\/\w+\//, async (route) => {
          await held;
          await route.continue();
        }),
    });
    const links = ['Sign up for news', 'Your choices'].map((name) => page.getByText(name));
    for (const link of links) await link.waitFor();
    release();
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
    for (const link of links) expect(await link.isVisible()).toBe(false);
  });

  test('finds an element that the page adds later', async () => {
    const { page } = await visit('/test.html', { html: bare(tag) });
    await page.evaluate(() => {
      document.body.innerHTML += '<samtykke-form form="newsletter"></samtykke-form>';
    });
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
  });

  test('fetches nothing more until the form comes near the viewport', async () => {
    const { page, requests } = await visit('/test.html', {
      html: pageWith(
        '<div style="height:5000px"></div><samtykke-form form="newsletter"></samtykke-form>',
      ),
    });
    const ours = () => requests.map((r) => r.url()).filter((url) => url.startsWith(worker));
    await page.waitForLoadState('networkidle');
    expect(ours()).toEqual([`${worker}/samtykke.js`]);
    await page.evaluate(() => scrollTo(0, 4000));
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
    expect(ours().length).toBeGreaterThan(1);
  });

  test('downloads no more for a newsletter than what `npm run size` counts', async () => {
    const { page, requests } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
    });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const downloads = requests
      .filter((request) => request.method() === 'GET' && request.url().startsWith(worker))
      .map((request) => new URL(request.url()).pathname.replace(/^\/w\/\w+/, ''));
    // On localhost, and only there, the tag is looked at for the marketer.
    expect(downloads.filter((path) => path !== '/advice.js').toSorted()).toEqual([
      '/answering.js',
      '/en.js',
      '/form.js',
      '/samtykke.js',
      '/typo.js',
      '/v1/forms/newsletter',
    ]);
  });

  test('uses the definition that the page has set before the element was known', async () => {
    const answer = await fetch(`${worker}/v1/forms/newsletter?locale=da`);
    const { page, requests } = await visit('/test.html', {
      html: bare(`<samtykke-form form="newsletter"></samtykke-form>
        <script>document.querySelector('samtykke-form').definition = ${await answer.text()}</script>${tag}`),
    });
    await page.getByRole('button', { name: 'Tilmeld mig' }).waitFor();
    expect(requests.filter((request) => request.url().includes('/v1/forms/'))).toEqual([]);
  });

  test('fetches code and definition side by side', async () => {
    let both = () => {};
    const asked = new Promise<void>((resolve) => {
      both = resolve;
    });
    const definition = /\/v1\/forms\//;
    const waiting = new Set<string>();
    const { page, requests } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="newsletter"></samtykke-form>'),
      // Neither is answered before the other has been asked for.
      before: (page) =>
        page.route(/\/v1\/forms\/|\/form\.js/, async (route) => {
          waiting.add(definition.test(route.request().url()) ? 'definition' : 'code');
          if (waiting.size === 2) both();
          await asked;
          await route.continue();
        }),
    });
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
    expect(requests.filter((request) => definition.test(request.url()))).toHaveLength(1);
  });
});

describe('a form with a style of its own', () => {
  const accent = { light: '#7a1f5c', dark: '#ffb0e0' };
  const buttonOf = async (form: string) => {
    const page = pageWith(`<samtykke-form form="${form}"></samtykke-form>`);
    const policy = `<head><meta http-equiv="Content-Security-Policy" content="style-src 'none'">`;
    const visited = await visit('/test.html', { html: page.replace('<head>', policy) });
    const button = visited.page.getByRole('button', { name: 'Send' });
    await button.waitFor();
    const { backgroundColor: ground, color } = await button.evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return { backgroundColor, color };
    });
    return { ground, color, violations: visited.violations };
  };

  test('shows it on any page, also where no style is let in', async () => {
    expect(await buttonOf(await aForm({ style: { accent } }))).toEqual({
      ground: 'rgb(122, 31, 92)',
      color: 'rgb(255, 255, 255)',
      violations: [],
    });
  });

  test('shows it on its own page', async () => {
    const form = await aForm({ style: { accent } });
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await visit(`${worker}/f/${form}`, {
        javaScriptEnabled,
        colorScheme: 'dark',
      });
      const button = page.getByRole('button', { name: 'Send' });
      // What the server rendered gives way to the element in the midst of it.
      await expect
        .poll(() => button.evaluate((element) => getComputedStyle(element).backgroundColor))
        .toBe('rgb(255, 176, 224)');
    }
  });
});

test('a frame without an address of its own names the page around it, and an opener in a shadow root opens', async () => {
  const frame = pageWith('<samtykke-form form="newsletter"></samtykke-form>')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  const visited = await visit('/test.html', {
    html: pageWith(`<iframe srcdoc="${frame}" width="600" height="700"></iframe><div id="host"></div><script>
      document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML =
        '<button data-samtykke-open="newsletter">Open</button>';
    </script>`),
  });
  const { page, errors } = visited;
  const form = page.frameLocator('iframe');
  await form.getByLabel('Email', { exact: true }).fill(anEmail());
  await form.getByRole('button', { name: 'Sign me up' }).click();
  await form.getByRole('heading', { name: "You're not signed up" }).waitFor();
  const [sent] = submissionsOf(visited);
  expect(sent?.body.page).toBe(page.url());
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
  expect(errors).toEqual([]);
});

describe('events', () => {
  const listening = (extra = '') => `<samtykke-form form="newsletter" data-layer></samtykke-form>
    <script>Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
      window.dataLayer = [{ event: 'gtm.js' }]; window.seen = []; for (const name of ['ready', 'submit', 'recorded', 'error'])
      document.addEventListener('samtykke-' + name, (event) => { seen.push([name, event.detail]); ${extra} });</script>`;
  const seen = (page: Awaited<ReturnType<typeof visit>>['page']) =>
    page.evaluate(() => (window as unknown as { seen: [string, Record<string, unknown>][] }).seen);

  test('fire on the page, with what it needs to know, and fill the data layer', async () => {
    const visited = await visit('/test.html', { html: pageWith(listening()) });
    const { page } = visited;
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    const [ready, submit, recorded] = await seen(page);
    expect(ready).toEqual(['ready', { form: 'newsletter', version: 1, locale: 'en' }]);
    expect(submit).toEqual([
      'submit',
      { fields: { email }, purposes: { 'e-marketing': false }, subscriptions: {} },
    ]);
    expect(recorded?.[1]).toMatchObject({
      decisions: [{ purpose: 'e-marketing', decision: 'refused' }],
    });
    const form = 'newsletter';
    const decided = { purpose: 'e-marketing', decision: 'refused', legalBasis: '61A' };
    // Nothing in it says who the visitor is: neither the address nor the receipt, which opens a proof.
    expect(await page.evaluate('dataLayer')).toEqual([
      { event: 'gtm.js' },
      { event: 'samtykke-ready', samtykke: { form } },
      { event: 'samtykke-submit', samtykke: { form } },
      { event: 'samtykke-recorded', samtykke: { form, decisions: [decided] } },
    ]);
    expect(submissionsOf(visited)[0]?.body.privacyControl).toBe(true);
  });

  test('let the page stop a submission', async () => {
    const visited = await visit('/test.html', {
      html: pageWith(listening("if (name === 'submit') event.preventDefault();")),
    });
    const { page } = visited;
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 2);
    expect(submissionsOf(visited)).toEqual([]);
    expect(JSON.stringify(await page.evaluate('dataLayer'))).not.toContain('submit');
  });
});

describe('the npm package', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'elements-'));
    await buildElements(folder);
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('fills a div that is there at its start, and one that comes later', async () => {
    const div = (locale: string) =>
      `<div data-samtykke-form="newsletter" data-locale="${locale}"></div>`;
    const { page } = await visit('/test.html', {
      html: bare(`${div('da')}<script type="module">
        import { defineElements } from '/elements/define.js';
        defineElements('${worker}');
      </script>`),
      before: (page) =>
        page.route('**/elements/*.js', (route) =>
          route.fulfill({
            path: join(folder, basename(new URL(route.request().url()).pathname)),
            contentType: 'text/javascript',
          }),
        ),
    });
    await page.getByRole('button', { name: 'Tilmeld mig' }).waitFor();
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html);
    }, div('de'));
    await page.locator('[data-locale=de]').getByRole('button').first().waitFor();
    expect(await page.locator('samtykke-form').count()).toBe(2);
  });
});

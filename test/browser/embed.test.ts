import { describe, expect, test } from 'vitest';
import { aForm, anEmail, demo, pageWith, recorded, visit, worker } from './visitor.ts';

const tag = `<script type="module" src="${worker}/samtykke.js"></script>`;
const bare = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><body>${body}</body></html>`;

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
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const downloads = requests
      .filter((request) => request.method() === 'GET' && request.url().startsWith(worker))
      .map((request) => new URL(request.url()).pathname.replace(/^\/w\/\w+/, ''));
    expect(downloads.toSorted()).toEqual([
      '/done.js',
      '/en.js',
      '/form.js',
      '/samtykke.js',
      '/v1/forms/newsletter',
    ]);
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

describe('a guest on the page', () => {
  test('sets no cookie, stores nothing, asks no third party and leaves no global', async () => {
    const { page, requests, errors } = await visit('/');
    const before = await visit('/test.html', { html: bare('<p>Nothing of ours</p>') });
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();

    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    const origins = new Set(requests.map((request) => new URL(request.url()).origin));
    expect([...origins].sort()).toEqual([worker, demo].sort());
    const globals = async ({ page }: { page: typeof before.page }) =>
      page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)));
    const known = new Set(await globals(before));
    expect((await globals({ page })).filter((name) => !known.has(name))).toEqual([]);
    expect(errors).toEqual([]);
  });

  const failures: [
    string,
    (url: string) => 'abort' | { status: number; body: string } | undefined,
  ][] = [
    ['the Worker is away', (url) => (url.includes('samtykke.js') ? undefined : 'abort')],
    ['its code does not come', (url) => (url.includes('/w/') ? 'abort' : undefined)],
    [
      'the definition is no JSON',
      (url) => (url.includes('/v1/') ? { status: 200, body: '<html>' } : undefined),
    ],
    ['the Worker fails', (url) => (url.includes('/v1/') ? { status: 500, body: '{}' } : undefined)],
    ['the locale does not come', (url) => (/\/en\.js/.test(url) ? 'abort' : undefined)],
  ];

  test.each(failures)('never throws into it when %s', async (_, fails) => {
    const { page, errors } = await visit('/test.html', {
      html: pageWith(
        '<samtykke-form form="newsletter"></samtykke-form><form><input name="email"><samtykke-field form="newsletter"></samtykke-field></form><button data-samtykke-open="contact">Open</button>',
      ),
      before: (page) =>
        page.route(`${worker}/**`, (route) => {
          const failure = fails(route.request().url());
          if (failure === 'abort') return route.abort();
          const headers = { 'Access-Control-Allow-Origin': '*' };
          return failure ? route.fulfill({ ...failure, headers }) : route.continue();
        }),
    });
    await page.getByRole('button', { name: 'Open' }).click();
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
  });

  test('says that it cannot be shown, where it cannot', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="no-such-form"></samtykke-form>'),
    });
    await page.getByText('The form cannot be shown just now.').waitFor();
  });

  test('names the origin that the marketer must add', async () => {
    const key = await aForm({ origins: ['https://elsewhere.example'] });
    const said: string[] = [];
    const { page } = await visit('/test.html', {
      html: pageWith(`<samtykke-form form="${key}"></samtykke-form>`),
      before: async (page) => {
        page.on('console', (message) => said.push(message.text()));
      },
    });
    await page.getByText('The form cannot be shown just now.').waitFor();
    expect(said.join()).toContain(`Add "${demo}" to the origins of the form "${key}".`);
  });

  test('moves nothing on the page when room was kept for it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await visit('/test.html', {
      html: pageWith(
        '<samtykke-form form="newsletter" style="display:block;min-height:420px"></samtykke-form><p>Below</p>',
      ),
      before: async (page) => {
        await page.addInitScript(() => {
          Object.assign(window, { shifts: [] });
          new PerformanceObserver((list) => {
            const { shifts } = window as unknown as { shifts: number[] };
            for (const entry of list.getEntries())
              shifts.push((entry as unknown as { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.route(`${worker}/v1/**`, async (route) => {
          await held;
          await route.continue();
        });
      },
    });
    await page.locator('.skeleton').waitFor();
    const top = await page.getByText('Below', { exact: true }).boundingBox();
    release();
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
    expect(await page.getByText('Below', { exact: true }).boundingBox()).toEqual(top);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
  });

  test('works under a strict Content-Security-Policy that requires Trusted Types', async () => {
    const { page, violations, errors } = await visit('/strict-csp.html');
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given' });
    expect([violations, errors]).toEqual([[], []]);
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

describe('events', () => {
  const listening = (extra = '') => `<samtykke-form form="newsletter"></samtykke-form>
    <script>window.seen = []; for (const name of ['ready', 'submit', 'recorded', 'error'])
      document.addEventListener('samtykke-' + name, (event) => { seen.push([name, event.detail]); ${extra} });</script>`;
  const seen = (page: Awaited<ReturnType<typeof visit>>['page']) =>
    page.evaluate(() => (window as unknown as { seen: [string, Record<string, unknown>][] }).seen);

  test('fire on the page, with what it needs to know', async () => {
    const { page } = await visit('/test.html', { html: pageWith(listening()) });
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
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
  });

  test('let the page stop a submission', async () => {
    const { page, requests } = await visit('/test.html', {
      html: pageWith(listening("if (name === 'submit') event.preventDefault();")),
    });
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 2);
    expect(requests.filter((request) => request.method() === 'POST')).toEqual([]);
  });
});

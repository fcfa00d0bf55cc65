import { describe, expect, test } from 'vitest';
import { bare } from './tag.ts';
import { aForm, anEmail, demo, pageWith, recorded, visit, worker } from './visitor.ts';

describe('a guest on the page', () => {
  test('sets no cookie, stores nothing, asks no third party and leaves no global', async () => {
    // A profile of its own: what another test stored is not ours.
    const { page, requests, errors } = await visit('/', { isOwn: true });
    const before = await visit('/test.html', { html: bare('<p>Nothing of ours</p>') });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
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
    await page.getByText("This part of the page can't be shown right now.").waitFor();
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
    await page.getByText("This part of the page can't be shown right now.").waitFor();
    await expect
      .poll(() => said.join())
      .toContain(`Add "${demo}" to the origins of the form "${key}".`);
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
      isOwn: true,
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
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given' });
    expect([violations, errors]).toEqual([[], []]);
  });
});
